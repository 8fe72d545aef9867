import { areaOf, type KnownTerms } from "@podo/catalog/known-terms"
import type { Booking, BookingStatus } from "@podo/contract/booking"
import type { PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import type { Stores } from "@podo/stores/stores"
import { seatNamesOf } from "@podo/seating/seat-names"
import {
  findPerformanceFacts,
  type NewBooking,
  type PerformanceFacts,
  type PricedPlace,
} from "./bookings.queries.ts"
import { bookingOf } from "./read-bookings.ts"

/** The facts around a booking may be known so long: a title, a poster, never what is booked or what it costs. */
const FACTS_KEPT_MS = 5_000
const FACTS_MAX = 1_000

type Kept = { facts: Promise<PerformanceFacts>; until: number }

const known = new WeakMap<Database, Map<PerformanceId, Kept>>()

function knownFacts(db: Database, performanceId: PerformanceId): Promise<PerformanceFacts> {
  const performances = known.get(db) ?? new Map<PerformanceId, Kept>()
  known.set(db, performances)
  const kept = performances.get(performanceId)
  if (kept && kept.until > Date.now()) return kept.facts
  const facts = findPerformanceFacts(db, performanceId)
  if (performances.size >= FACTS_MAX) performances.clear()
  performances.set(performanceId, { facts, until: Date.now() + FACTS_KEPT_MS })
  facts.catch(() => performances.delete(performanceId))
  return facts
}

/** The facts that tell of a booking, ready before it is written: nothing is read back after its commit. */
export async function prepareAnswer(
  stores: Stores,
  terms: KnownTerms,
  booking: NewBooking & { places: PricedPlace[] },
): Promise<(times: BookingTimes) => Booking> {
  const [facts, nameOf] = await Promise.all([
    knownFacts(stores.db, booking.performanceId),
    seatNamesOf(stores, terms.hallId),
  ])
  const places = booking.places.map(({ place, area, price }) => {
    const { name: areaName, englishName: areaEnglishName, firstPlace } = areaOf(terms, place)
    const names = { areaName, areaEnglishName, firstPlace, ...nameOf(place) }
    return { bookingId: booking.id, place, area, price, ...names }
  })
  return (times) => bookingOf({ ...facts, ...booking, ...times }, places)
}

export type BookingTimes = { status: BookingStatus; bookedAt: Date; cancelledAt: Date | null }
