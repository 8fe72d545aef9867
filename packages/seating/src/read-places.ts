import { listAreas } from "@podo/catalog/sale-terms.queries"
import type { Area, PerformanceId, Place } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { z } from "zod"
import { whenLoaded } from "./load-places.ts"
import { placesIn } from "./places-text.ts"
import { openIn } from "./sale-fields.ts"

/** All that Redis says of a performance's places, at one moment. */
export type PlacesInRedis = {
  places: string
  open: ReadonlyMap<string, number>
  owners: ReadonlyMap<Place, string>
  holds: ReadonlyMap<string, Place[]>
  /** The holds that somebody will end: when their time is over, or once MySQL was asked about them. */
  ending: ReadonlySet<string>
  bookedBy: ReadonlyMap<string, number>
  /** Held by nobody any more, and open in a while. */
  returning: ReadonlySet<Place>
  /** The terms, as they are written there. */
  sale: ReadonlyMap<string, string>
  areas: { area: Area; first: Place; last: Place }[]
}

/** Reads the whole of a performance: for the verifier, not for the sale. */
export async function readPlacesInRedis(
  stores: Stores,
  performanceId: PerformanceId,
): Promise<PlacesInRedis> {
  const areas = await listAreas(stores.db, performanceId)
  const { code: _, ...read } = await whenLoaded(stores, performanceId, () =>
    readAtOnce(stores, performanceId),
  )
  return {
    ...read,
    areas: areas.map(({ area, firstPlace, capacity }) => ({
      area,
      first: firstPlace,
      last: firstPlace + capacity - 1,
    })),
  }
}

const ASKED_AT_ONCE = 1_000

/** Which of many performances Redis knows at all; asking loads none of them, and costs next to nothing. */
export const listLoaded = (stores: Pick<Stores, "redis">, performanceIds: PerformanceId[]) =>
  listWithAny(stores, performanceIds, ({ places }) => [places])

/** Which of many performances somebody holds places of, or have places that return. */
export const listHeld = (stores: Pick<Stores, "redis">, performanceIds: PerformanceId[]) =>
  listWithAny(stores, performanceIds, ({ due }) => [due])

async function listWithAny(
  { redis }: Pick<Stores, "redis">,
  performanceIds: PerformanceId[],
  keysIn: (keys: ReturnType<typeof keysOfPerformance>) => string[],
): Promise<PerformanceId[]> {
  const listed: PerformanceId[] = []
  for (let at = 0; at < performanceIds.length; at += ASKED_AT_ONCE) {
    const some = performanceIds.slice(at, at + ASKED_AT_ONCE)
    const found = await Promise.all(
      some.map((id) => redis.exists(...keysIn(keysOfPerformance(id)))),
    )
    listed.push(...some.filter((_, index) => (found[index] ?? 0) > 0))
  }
  return listed
}

const text = z.string().nullable()
const texts = z.record(z.string(), z.string())
const Read = z.tuple([text, texts, texts, texts, texts, z.array(z.string())])

async function readAtOnce({ redis }: Stores, performanceId: PerformanceId) {
  const keys = keysOfPerformance(performanceId)
  const replies = await redis
    .multi()
    .get(keys.places)
    .hgetall(keys.owner)
    .hgetall(keys.holds)
    .hgetall(keys.users)
    .hgetall(keys.sale)
    .zrange(keys.due, 0, "-1")
    .exec()
  const values = (replies ?? []).map(([error, reply]) => {
    if (error) throw error
    return reply
  })
  const [places, owners, holds, users, sale, due] = Read.parse(values)
  if (places === null || sale["version"] === undefined) return { code: "NOT_LOADED" } as const
  return {
    code: "READ",
    places,
    open: openIn(sale),
    owners: new Map(Object.entries(owners).map(([place, owner]) => [Number(place), owner])),
    holds: new Map(Object.entries(holds).map(([id, hold]) => [id, placesOf(hold)])),
    ending: new Set(membersOf(due, "h:")),
    bookedBy: new Map(Object.entries(users).map(([user, has]) => [user, Number.parseInt(has)])),
    returning: new Set(membersOf(due, "p:").map(Number)),
    sale: new Map(Object.entries(sale)),
  } as const
}

/** Those of one kind of what time will do: see due.lua. */
const membersOf = (due: string[], kind: string) =>
  due.flatMap((member) => (member.startsWith(kind) ? [member.slice(kind.length)] : []))

/** The last word of a hold: see holds.lua. */
const placesOf = (hold: string) => placesIn(hold.slice(hold.lastIndexOf(" ") + 1))
