import { describe, expect, test } from "bun:test"
import { EventId } from "@podo/contract/ids"
import { refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { cancelBooking } from "@podo/booking/cancel-booking"
import { readSales } from "./read-sales.ts"
import { book } from "@podo/booking/testing"
import { organizerOf } from "../testing/sales.queries.ts"

const stores = await openTestStores()

describe("the sales of an event", () => {
  test("count what is booked and what it brought, without what was cancelled", async () => {
    const { performanceId, eventId, capacity } = await mintPerformance(stores, { price: 30_000 })
    const organizer = await organizerOf(stores, eventId)
    const empty = await readSales(stores.db, organizer, { eventId })
    expect(empty.performances).toMatchObject([{ performanceId, capacity, booked: 0, revenue: 0 }])
    const fans = [mintUserId(), mintUserId(), mintUserId()] as const
    await book(stores, fans[0], { performanceId, places: [0, 1] })
    await book(stores, fans[1], { performanceId, places: [2] })
    const { bookingId } = await book(stores, fans[2], { performanceId, places: [3, 4, 5] })
    await cancelBooking(stores, fans[2], { bookingId })
    const sales = await readSales(stores.db, organizer, { eventId })
    expect(sales).toMatchObject({ eventId, currency: "KRW" })
    expect(sales.performances).toMatchObject([{ booked: 3, revenue: 90_000 }])
  })

  test("are nobody's business but the organizer's and an admin's", async () => {
    const { eventId } = await mintPerformance(stores)
    const { userId } = await organizerOf(stores, eventId)
    const read = async (who: Parameters<typeof readSales>[1], of = eventId) =>
      readSales(stores.db, who, { eventId: of })
    const stranger = { userId: mintUserId(), roles: ["user" as const, "organizer" as const] }
    expect(await refusalOf(read(stranger))).toEqual({ code: "NOT_ALLOWED" })
    // An organizer who is one no longer keeps the event, and loses the desk.
    expect(await refusalOf(read({ userId, roles: ["user"] }))).toEqual({ code: "NOT_ALLOWED" })
    const admin = { userId: mintUserId(), roles: ["user" as const, "admin" as const] }
    expect((await read(admin)).performances).toHaveLength(1)
    const nowhere = EventId.parse(Bun.randomUUIDv7())
    expect(await refusalOf(read(admin, nowhere))).toEqual({ code: "NOT_FOUND", what: "event" })
  })
})
