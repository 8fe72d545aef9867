import { findSaleTerms, listAreas } from "@podo/catalog/sale-terms.queries"
import type { BookingId, PerformanceId } from "@podo/contract/ids"
import { PLACE_STATES } from "@podo/contract/limits"
import type { Stores } from "@podo/stores/stores"
import { type PlacesInRedis, readPlacesInRedis } from "@podo/seating/read-places"
import { HOUSE, RETURNING } from "@podo/seating/places"
import { saleFieldsOf } from "@podo/seating/sale-fields"
import { driftOfRoom, type RoomDrift } from "@podo/waiting-room/compare-room"
import { listBookedAndSold, listWrongTotals } from "./verify.queries.ts"
import { driftOfRuns, type RunDrift } from "./verify-runs.ts"

/** One thing that is not as it must be. Those of MySQL are defects; those of Redis can be repaired. */
export type Drift =
  | { store: "mysql"; what: "sold without booking" | "booking without place"; place: number }
  | { store: "mysql"; what: "wrong total"; bookingId: BookingId }
  | { store: "mysql"; what: "quota"; userId: string; counted: number; booked: number }
  | {
      store: "redis"
      what: "place"
      place: number
      /** The owner by Redis, and the owner by MySQL: the booking that has it, the house, or nobody. */
      state: string
      owner: string | null
      meant: BookingId | typeof HOUSE | null
    }
  | { store: "redis"; what: "terms"; field: string; said: string | null; meant: string }
  | { store: "redis"; what: "booked-by"; userId: string; counted: number; booked: number }
  | { store: "redis"; what: "hold without end"; holdId: string }
  | { store: "redis"; what: "held without hold" | "not returning"; place: number }
  | { store: "redis"; what: "open counter"; area: string; counted: number; open: number }
  | RunDrift
  | RoomDrift

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
  const { db } = stores
  const [mysql, wrongTotals, redis, runs, room, terms, areas] = await Promise.all([
    listBookedAndSold(db, performanceId),
    listWrongTotals(db, performanceId),
    readPlacesInRedis(stores, performanceId),
    driftOfRuns(stores, performanceId),
    driftOfRoom(stores, performanceId),
    findSaleTerms(db, performanceId),
    listAreas(db, performanceId),
  ])
  return {
    performanceId,
    capacity: redis.places.length,
    sold: mysql.sold.length,
    held: redis.places.split("h").length - 1,
    drift: [
      ...wrongTotals.map(
        ({ id }) => ({ store: "mysql", what: "wrong total", bookingId: id }) as const,
      ),
      ...driftInMysql(mysql),
      ...driftOfTerms(saleFieldsOf(terms, areas), redis),
      ...driftOfPlaces(mysql, redis),
      ...driftOfHolds(redis),
      ...driftOfUsers(mysql, redis),
      ...driftOfCounters(redis),
      ...runs,
      ...room,
    ],
  }
}

type InMysql = Awaited<ReturnType<typeof listBookedAndSold>>

const keyOf = ({ place, bookingId }: { place: number; bookingId: string }) =>
  `${place} ${bookingId}`

function driftInMysql({ booked, sold, quotas }: InMysql): Drift[] {
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

function driftOfTerms(
  meantFields: Record<string, string | number>,
  { sale }: PlacesInRedis,
): Drift[] {
  return Object.entries(meantFields).flatMap(([field, value]) => {
    const [said, meant] = [sale.get(field) ?? null, String(value)]
    return said === meant ? [] : [{ store: "redis", what: "terms", field, said, meant } as const]
  })
}

function driftOfPlaces({ sold, withheld }: InMysql, redis: PlacesInRedis): Drift[] {
  const { places, owners, holds, returning } = redis
  const ownerOf = new Map<number, BookingId | typeof HOUSE>([
    ...withheld.map((place) => [place, HOUSE] as const),
    ...sold.map(({ place, bookingId }) => [place, bookingId] as const),
  ])
  const drift: Drift[] = []
  for (const [place, state] of places.split("").entries()) {
    const meant = ownerOf.get(place) ?? null
    const owner = owners.get(place) ?? null
    if (!agrees({ state, owner, meant })) {
      drift.push({ store: "redis", what: "place", place, state, owner, meant })
    }
    const isHeld = owner !== null && holds.get(owner)?.includes(place) === true
    const isReturning = owner === RETURNING && returning.has(place)
    if (state === "h" && !isHeld && !isReturning) {
      drift.push({ store: "redis", what: "held without hold", place })
    }
    if (returning.has(place) && !(state === "h" && isReturning)) {
      drift.push({ store: "redis", what: "not returning", place })
    }
  }
  return drift
}

/** A hold that is on no list of deadlines would keep its places for ever. */
const driftOfHolds = ({ holds, ending }: PlacesInRedis): Drift[] =>
  [...holds.keys()]
    .filter((holdId) => !ending.has(holdId))
    .map((holdId) => ({ store: "redis", what: "hold without end", holdId }))

type OnePlace = { state: string; owner: string | null; meant: BookingId | typeof HOUSE | null }

function agrees({ state, owner, meant }: OnePlace): boolean {
  if (meant === null) return state === PLACE_STATES.open || state === PLACE_STATES.held
  return owner === meant && state === PLACE_STATES[meant === HOUSE ? "withheld" : "booked"]
}

function driftOfUsers({ quotas }: InMysql, { bookedBy }: PlacesInRedis): Drift[] {
  const quotaOf = new Map<string, number>(quotas.map(({ userId, booked }) => [userId, booked]))
  return differences(quotaOf, bookedBy).map(({ key, one, other }) => ({
    store: "redis",
    what: "booked-by",
    userId: key,
    counted: one,
    booked: other,
  }))
}

function driftOfCounters({ places, open, areas }: PlacesInRedis): Drift[] {
  const drift: Drift[] = []
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
