import type { BookingId, PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { type PlacesInRedis, readPlacesInRedis } from "@podo/seating/read-places"
import { listBookedAndSold, listWrongTotals } from "./verify.queries.ts"

/** One thing that is not as it must be. Those of MySQL are defects; those of Redis can be repaired. */
export type Drift =
  | { store: "mysql"; what: "sold without booking" | "booking without place"; place: number }
  | { store: "mysql"; what: "wrong total"; bookingId: BookingId }
  | { store: "mysql"; what: "quota"; userId: string; counted: number; booked: number }
  | {
      store: "redis"
      what: "place"
      place: number
      /** What Redis says, and what MySQL says: the booking that owns it, or none. */
      state: string
      owner: string | null
      bookingId: BookingId | null
    }
  | { store: "redis"; what: "booked-by"; userId: string; counted: number; booked: number }
  | { store: "redis"; what: "held without hold" | "open bit"; place: number }
  | { store: "redis"; what: "open counter"; area: string; counted: number; open: number }

export type Verification = {
  performanceId: PerformanceId
  capacity: number
  sold: number
  held: number
  drift: Drift[]
}

/** Compares everything that Redis and MySQL say of a performance. Changes nothing. */
export async function verifyPerformance(
  stores: Stores,
  performanceId: PerformanceId,
): Promise<Verification> {
  const [law, wrongTotals, redis] = await Promise.all([
    listBookedAndSold(stores.db, performanceId),
    listWrongTotals(stores.db, performanceId),
    readPlacesInRedis(stores, performanceId),
  ])
  return {
    performanceId,
    capacity: redis.places.length,
    sold: law.sold.length,
    held: redis.places.split("h").length - 1,
    drift: [
      ...wrongTotals.map(
        ({ id }) => ({ store: "mysql", what: "wrong total", bookingId: id }) as const,
      ),
      ...driftInMysql(law),
      ...driftOfPlaces(law, redis),
      ...driftOfUsers(law, redis),
      ...driftOfCounters(redis),
    ],
  }
}

type Law = Awaited<ReturnType<typeof listBookedAndSold>>

const keyOf = ({ place, bookingId }: { place: number; bookingId: string }) =>
  `${place} ${bookingId}`

function driftInMysql({ booked, sold, quotas }: Law): Drift[] {
  const bookedKeys = new Set(booked.map(keyOf))
  const soldKeys = new Set(sold.map(keyOf))
  const counts = new Map<string, number>()
  for (const { userId } of booked) counts.set(userId, (counts.get(userId) ?? 0) + 1)
  const quotaOf = new Map<string, number>(
    quotas.map(({ userId, booked: count }) => [userId, count]),
  )
  return [
    ...sold
      .filter((row) => !bookedKeys.has(keyOf(row)))
      .map(({ place }) => ({ store: "mysql", what: "sold without booking", place }) as const),
    ...booked
      .filter((row) => !soldKeys.has(keyOf(row)))
      .map(({ place }) => ({ store: "mysql", what: "booking without place", place }) as const),
    ...differences(counts, quotaOf).map(
      ({ key, one, other }) =>
        ({ store: "mysql", what: "quota", userId: key, counted: one, booked: other }) as const,
    ),
  ]
}

function driftOfPlaces({ sold }: Law, { places, owners, holds }: PlacesInRedis): Drift[] {
  const bookingOf = new Map(sold.map(({ place, bookingId }) => [place, bookingId]))
  const drift: Drift[] = []
  for (const [place, state] of places.split("").entries()) {
    const bookingId = bookingOf.get(place) ?? null
    const owner = owners.get(place) ?? null
    const agrees = bookingId === null ? state !== "b" : state === "b" && owner === bookingId
    if (!agrees) drift.push({ store: "redis", what: "place", place, state, owner, bookingId })
    const isOrphan = state === "h" && !(owner !== null && holds.get(owner)?.includes(place))
    if (isOrphan) drift.push({ store: "redis", what: "held without hold", place })
  }
  return drift
}

function driftOfUsers({ quotas }: Law, { bookedBy }: PlacesInRedis): Drift[] {
  const quotaOf = new Map<string, number>(quotas.map(({ userId, booked }) => [userId, booked]))
  return differences(quotaOf, bookedBy).map(({ key, one, other }) => ({
    store: "redis",
    what: "booked-by",
    userId: key,
    counted: one,
    booked: other,
  }))
}

function driftOfCounters({ places, openBits, open, areas }: PlacesInRedis): Drift[] {
  const drift: Drift[] = []
  for (let place = 0; place < places.length; place++) {
    const bit = ((openBits[place >> 3] ?? 0) >> (7 - (place & 7))) & 1
    const isOpen = places[place] === "." ? 1 : 0
    if (bit !== isOpen) drift.push({ store: "redis", what: "open bit", place })
  }
  const counts = new Map<string, number>()
  for (const { area, first, last } of areas) {
    counts.set(area, places.slice(first, last + 1).split(".").length - 1)
  }
  for (const { key, one, other } of differences(counts, open)) {
    drift.push({ store: "redis", what: "open counter", area: key, counted: one, open: other })
  }
  return drift
}

/** Where two counts of the same things are not equal; what is missing counts as 0. */
function differences(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) {
  const keys = new Set([...one.keys(), ...other.keys()])
  return [...keys]
    .map((key) => ({ key, one: one.get(key) ?? 0, other: other.get(key) ?? 0 }))
    .filter((pair) => pair.one !== pair.other)
}
