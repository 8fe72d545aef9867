import { type KnownTerms, knownTerms } from "@podo/catalog/known-terms"
import type { PricedArea } from "@podo/catalog/sale-terms.queries"
import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { keyOfPerformance } from "@podo/redis/performance-keys"
import { areasIn } from "./sale-fields.ts"

/** The terms that a claim is made by: areas and prices stay as they are within a version. */
export type ClaimTerms = Pick<KnownTerms, "version" | "currency"> & { areas: PricedArea[] }

type Asked = { code: string } | { code: "OLD_TERMS"; version: number }

const ATTEMPTS_MAX = 5
const RETRY_MS = 1_000

/**
 * Asks by the terms that this process knows, and by newer ones where Redis goes by those. Where Redis has not heard of
 * the newest yet, it is asked by its own: beginConfirm makes it follow. Refuses with NOT_FOUND.
 */
export async function byTerms<Reply extends Asked>(
  stores: Stores,
  performanceId: PerformanceId,
  ask: (terms: ClaimTerms) => Promise<Reply>,
): Promise<{ reply: Exclude<Reply, { code: "OLD_TERMS" }>; terms: ClaimTerms }> {
  let terms: ClaimTerms = await knownTerms(stores.db, performanceId)
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const reply = await ask(terms)
    if (!isOld(reply)) return { reply: reply as Exclude<Reply, { code: "OLD_TERMS" }>, terms }
    const newest = await knownTerms(stores.db, performanceId, reply.version)
    terms =
      newest.version === reply.version ? newest : await termsInRedis(stores, performanceId, newest)
  }
  throw new Refused({ code: "STORE_UNAVAILABLE", retryAfterMs: RETRY_MS })
}

const isOld = (reply: Asked): reply is { code: "OLD_TERMS"; version: number } =>
  reply.code === "OLD_TERMS"

async function termsInRedis(
  { redis }: Stores,
  performanceId: PerformanceId,
  { currency }: ClaimTerms,
): Promise<ClaimTerms> {
  const sale = keyOfPerformance("sale", performanceId)
  const [version, areas] = await redis.hmget(sale, "version", "areas")
  return { version: Number(version), currency, areas: areas ? areasIn(areas) : [] }
}
