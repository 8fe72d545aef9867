import { listWithheld } from "@podo/catalog/performances.queries"
import { findPerformanceRow } from "../performances/desk-performances.queries.ts"
import { deskPerformanceOf } from "../events/read-desk-event.ts"
import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import { listAreas } from "@podo/catalog/sale-terms.queries"
import type { Sale } from "@podo/contract/desk-sale"
import type { PerformanceId, Place } from "@podo/contract/ids"
import { CHART_MINUTES } from "@podo/contract/limits"
import { Refused } from "@podo/contract/refusal"
import type { OfPerformance } from "@podo/contract/seating"
import type { Stores } from "@podo/stores/stores"
import { redisIsAway } from "@podo/redis/connect"
import { readOpen } from "@podo/seating/read-open"
import { countBookingsByMinute, countConfirmed, listSoldOfAreas } from "./sale.queries.ts"

const MINUTE_MS = 60_000

/**
 * A sale as it is now, by area: what is sold and withheld as MySQL knows it, what is open as Redis counts it,
 * and the rest is held. Refuses with NOT_FOUND or NOT_ALLOWED.
 */
export async function readSale(
  stores: Stores,
  organizer: Organizer,
  { performanceId }: OfPerformance,
): Promise<Sale> {
  const { db } = stores
  const performance = await ownPerformance(db, organizer, performanceId)
  const [row, areas, sold, bookings, withheldPlaces, open, bookingsPerMinute] = await Promise.all([
    findPerformanceRow(db, performanceId),
    listAreas(db, performanceId),
    listSoldOfAreas(db, performanceId),
    countConfirmed(db, performanceId),
    listWithheld(db, performanceId),
    openUnlessAway(stores, performanceId),
    chartOf(stores, performanceId),
  ])
  // Removed since it was found to be this organizer's.
  if (!row) throw new Refused({ code: "NOT_FOUND", what: "performance" })
  const counted = countAreas({ areas, sold, withheldPlaces, open })
  const sumOf = (count: "booked" | "withheld" | "open" | "revenue") =>
    counted.reduce((sum, area) => sum + area[count], 0)
  const [booked, withheld] = [sumOf("booked"), sumOf("withheld")]
  return {
    performance: deskPerformanceOf(row, { taken: { booked, withheld }, areas: counted }),
    eventId: performance.eventId,
    title: performance.title,
    englishTitle: performance.englishTitle,
    timeZone: performance.timeZone,
    currency: performance.currency,
    publishedAt: performance.publishedAt?.toISOString() ?? null,
    bookings,
    booked,
    held: open && counted.reduce((sum, { held }) => sum + (held ?? 0), 0),
    withheld,
    open: sumOf("open"),
    revenue: sumOf("revenue"),
    areas: counted,
    withheldPlaces,
    bookingsPerMinute,
  }
}

/** Null while Redis is away. */
async function openUnlessAway(stores: Stores, performanceId: PerformanceId) {
  return readOpen(stores, performanceId).catch((error: unknown) => {
    if (redisIsAway(error)) return null
    throw error
  })
}

type Counts = {
  areas: Awaited<ReturnType<typeof listAreas>>
  sold: Awaited<ReturnType<typeof listSoldOfAreas>>
  withheldPlaces: Place[]
  open: ReadonlyMap<string, number> | null
}

function countAreas({ areas, sold, withheldPlaces, open }: Counts): Sale["areas"] {
  return areas.map(({ area, name, englishName, kind, price, capacity, firstPlace }) => {
    const { booked = 0, revenue = 0 } = sold.find((one) => one.area === area) ?? {}
    const isHere = (place: Place) => place >= firstPlace && place < firstPlace + capacity
    const withheld = withheldPlaces.filter(isHere).length
    const left = capacity - booked - withheld
    const isOpen = open?.get(area) ?? left
    // The two stores are asked at almost the same moment: a booking between may count in both.
    const held = open && Math.max(0, left - isOpen)
    const facts = { area, name, englishName, kind, price, capacity }
    return { ...facts, booked, held, withheld, open: isOpen, revenue }
  })
}

async function chartOf({ db }: Stores, performanceId: PerformanceId) {
  const current = Math.floor(Date.now() / MINUTE_MS)
  const minutes = Array.from({ length: CHART_MINUTES }, (_, at) => current - CHART_MINUTES + 1 + at)
  const since = new Date((current - CHART_MINUTES + 1) * MINUTE_MS)
  const counts = await countBookingsByMinute(db, performanceId, since)
  const bookingsIn = new Map(counts.map(({ minute, bookings }) => [Number(minute), bookings]))
  return minutes.map((minute) => ({
    minute: new Date(minute * MINUTE_MS).toISOString(),
    bookings: bookingsIn.get(minute) ?? 0,
  }))
}
