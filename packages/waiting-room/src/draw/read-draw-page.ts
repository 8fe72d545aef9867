import { Refused } from "@podo/contract/refusal"
import type { DrawPage, ReadDrawPage } from "@podo/contract/waiting-room"
import type { Stores } from "@podo/stores/stores"
import { findDrawPage } from "./draw.queries.ts"

export type PublishedPage = {
  page: DrawPage
  /** A sealed draw stays as it is. */
  isFixed: true
}

/** A million draws are twenty pages, half a megabyte each. */
const KEPT_MAX = 24

const kept = new Map<string, PublishedPage>()

/**
 * Some of the draws of a sealed lobby, read by each process once for all who ask. Refuses with NOT_FOUND before it is
 * sealed, and behind its last page.
 */
export async function readDrawPage(
  { db }: Stores,
  { performanceId, page }: ReadDrawPage,
): Promise<PublishedPage> {
  const key = `${performanceId}:${page}`
  const known = kept.get(key)
  if (known) return known
  const found = await findDrawPage(db, performanceId, page)
  if (!found) throw new Refused({ code: "NOT_FOUND", what: "waiting-room" })
  const published: PublishedPage = { page: found, isFixed: true }
  const [oldest] = kept.keys()
  if (kept.size >= KEPT_MAX && oldest !== undefined) kept.delete(oldest)
  kept.set(key, published)
  return published
}
