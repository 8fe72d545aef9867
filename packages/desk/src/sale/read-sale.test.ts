import { describe, expect, test } from "bun:test"
import type { Organizer } from "../own-event.ts"
import { Area, PerformanceId } from "@podo/contract/ids"
import { refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { countStatements, openTestStores } from "@podo/stores/testing"
import { claimPlaces } from "@podo/seating/claim-places"
import { letReturn } from "@podo/seating/testing"
import { withholdPlaces } from "./withhold-places.ts"
import { cancelBooking } from "@podo/booking/cancel-booking"
import { exportBookings } from "./export-bookings.ts"
import { listDeskBookings } from "./list-desk-bookings.ts"
import { readSale } from "./read-sale.ts"
import { book, withoutRedis } from "@podo/booking/testing"
import { mintStranger } from "../testing/sales.ts"
import { organizerOf } from "../testing/sales.queries.ts"

const stores = await openTestStores()

describe("a sale at the desk", () => {
  test("tells of each area what is sold, held, withheld and open, and what it brought", async () => {
    const { performanceId, eventId } = await mintPerformance(stores, { areas: 2, capacity: 20 })
    const organizer = await organizerOf(stores, eventId)
    await withholdPlaces(stores, organizer, { performanceId, places: [8, 19] })
    const [first, second, third] = [mintUserId(), mintUserId(), mintUserId()]
    await book(stores, first, { performanceId, places: [0, 1, 10] })
    const cancelled = await book(stores, second, { performanceId, places: [2] })
    await cancelBooking(stores, second, cancelled)
    await claimPlaces(stores, third, { performanceId, places: [11, 12] })
    await letReturn(stores, performanceId)
    const sale = await readSale(stores, organizer, { performanceId })
    const area = Area.parse("floor-2")
    expect(sale).toMatchObject({ bookings: 1, booked: 3, held: 2, withheld: 2, open: 13 })
    expect(sale).toMatchObject({ revenue: 150_000, withheldPlaces: [8, 19], eventId })
    expect(sale.areas).toMatchObject([
      { booked: 2, held: 0, withheld: 1, open: 7, revenue: 100_000 },
      { area, booked: 1, held: 2, withheld: 1, open: 6, revenue: 50_000 },
    ])
    const { performance } = sale
    expect(performance).toMatchObject({ performanceId, capacity: 20, booked: 3, withheld: 2 })
    expect(performance).toMatchObject({ saleState: "open", holdMinutes: 5, hallName: "시험 홀" })
  })

  test("shows the bookings of each of the last 60 minutes, none left out", async () => {
    const { performanceId, eventId } = await mintPerformance(stores)
    const organizer = await organizerOf(stores, eventId)
    for (const [place, minutesAgo] of [0, 0, 59, 60].entries()) {
      const { bookingId } = await book(stores, mintUserId(), { performanceId, places: [place] })
      const bookedAt = new Date(Date.now() - minutesAgo * 60_000)
      const row = stores.db.updateTable("booking").where("id", "=", bookingId)
      await row.set({ bookedAt }).execute()
    }
    const { bookingsPerMinute } = await readSale(stores, organizer, { performanceId })
    const minutes = bookingsPerMinute.map(({ minute }) => Date.parse(minute))
    expect(minutes).toHaveLength(60)
    expect(minutes.every((at, index) => at === (minutes[0] ?? 0) + index * 60_000)).toBe(true)
    // A minute may have ended since: what was in the last one is in the one before it then.
    const counts = bookingsPerMinute.map(({ bookings }) => bookings).filter(Boolean)
    expect([[1, 2], [2]]).toContainEqual(counts)
  })

  test("is what MySQL knows while Redis is away: nobody can say what is held", async () => {
    const { performanceId, eventId } = await mintPerformance(stores)
    const organizer = await organizerOf(stores, eventId)
    await book(stores, mintUserId(), { performanceId, places: [0] })
    const sale = await readSale(await withoutRedis(stores), organizer, { performanceId })
    expect(sale).toMatchObject({ booked: 1, held: null, open: 9, withheld: 0 })
    expect(sale.areas).toMatchObject([{ held: null, open: 9 }])
  })

  test("asks the same number of queries, however much was sold", async () => {
    const { performanceId, eventId } = await mintPerformance(stores, { capacity: 40 })
    const organizer = await organizerOf(stores, eventId)
    const statements = async () => {
      const before = countStatements(stores)
      await readSale(stores, organizer, { performanceId })
      return countStatements(stores) - before
    }
    const empty = await statements()
    for (let place = 0; place < 5; place++) {
      await book(stores, mintUserId(), { performanceId, places: [place] })
    }
    expect(await statements()).toBe(empty)
  })
})

describe("the sales of an event", () => {
  test("is nobody's business but its organizer's", async () => {
    const { performanceId } = await mintPerformance(stores)
    const admin: Organizer = { userId: mintUserId(), roles: ["user", "admin"] }
    const unknown = PerformanceId.parse(Bun.randomUUIDv7())
    const looks = [
      (who: Organizer, id = performanceId) => readSale(stores, who, { performanceId: id }),
      (who: Organizer, id = performanceId) =>
        listDeskBookings(stores, who, { performanceId: id, limit: 10 }),
      (who: Organizer, id = performanceId) =>
        exportBookings(stores, who, { performanceId: id, limit: 10 }),
    ]
    for (const look of looks) {
      expect(await refusalOf(look(mintStranger()))).toEqual({ code: "NOT_ALLOWED" })
      expect(await look(admin)).toBeDefined()
      const missing = await refusalOf(look(admin, unknown))
      expect(missing).toEqual({ code: "NOT_FOUND", what: "performance" })
    }
  })
})
