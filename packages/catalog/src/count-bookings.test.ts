import { describe, expect, test } from "bun:test"
import { ListEvents } from "@podo/contract/catalog"
import { BookingId, type EventId, HoldId, type PerformanceId } from "@podo/contract/ids"
import { insertManyEvents } from "@podo/db/many-events.queries"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { announceChange } from "./announce-change.ts"
import { bookingCounter } from "./count-bookings.ts"
import { listEvents } from "./list-events.ts"

const stores = await openTestStores()
const { db } = stores
const DAY_MS = 86_400_000

const mintTitle = () => `title${crypto.randomUUID().slice(0, 8)}`

async function mintEvents(count: number) {
  const title = mintTitle()
  const startsAt = new Date(Date.now() + 5 * DAY_MS)
  const events = await insertManyEvents(
    db,
    Array.from({ length: count }, () => ({
      title,
      startsAt,
      publishedAt: new Date(),
      capacity: 4,
    })),
  )
  return { title, events }
}

/** Writes a booking as the sale would. */
async function book(performanceId: PerformanceId, places: number[], bookedAt = new Date()) {
  const id = BookingId.parse(Bun.randomUUIDv7())
  const booking = { id, performanceId, userId: mintUserId(), holdId: HoldId.parse(id), bookedAt }
  const rows = places.map((place) => ({ bookingId: id, place }))
  await db
    .insertInto("booking")
    .values({ ...booking, status: "confirmed", total: 0, currency: "KRW" })
    .execute()
  await db
    .insertInto("bookingPlace")
    .values(rows.map((row) => ({ ...row, area: "floor" as never, price: 0 })))
    .execute()
  await db
    .insertInto("soldPlace")
    .values(rows.map((row) => ({ ...row, performanceId })))
    .execute()
  return id
}

const countsOf = (eventId: EventId | undefined) =>
  db
    .selectFrom("event")
    .where("id", "=", eventId ?? ("" as EventId))
    .select(["booked", "bookedLastDay", "soldOut"])
    .executeTakeFirst()

describe("the count of what is booked", () => {
  test("follows bookings and cancellations, knows when, and what is sold out", async () => {
    const { events } = await mintEvents(2)
    const [fresh, old] = events
    if (!fresh || !old) throw new Error("No events were minted.")
    await book(old.performanceId, [0, 1, 2], new Date(Date.now() - 3 * DAY_MS))
    const count = bookingCounter(stores)
    await count()
    expect(await countsOf(old.eventId)).toEqual({ booked: 3, bookedLastDay: 0, soldOut: false })
    const bookingId = await book(fresh.performanceId, [0, 1, 2, 3])
    await count()
    expect(await countsOf(fresh.eventId)).toEqual({ booked: 4, bookedLastDay: 4, soldOut: true })
    const cancelled = { status: "cancelled", cancelledAt: new Date() } as const
    await db.updateTable("booking").where("id", "=", bookingId).set(cancelled).execute()
    await db.deleteFrom("soldPlace").where("bookingId", "=", bookingId).execute()
    await count()
    expect(await countsOf(fresh.eventId)).toEqual({ booked: 0, bookedLastDay: 0, soldOut: false })
  })

  test("takes in what the house withholds, when the desk tells of it", async () => {
    const { events } = await mintEvents(1)
    const [event] = events
    if (!event) throw new Error("No event was minted.")
    await book(event.performanceId, [0, 1, 2])
    const withheld = { performanceId: event.performanceId, place: 3, bookingId: null }
    await db.insertInto("soldPlace").values(withheld).execute()
    await announceChange(stores, event.eventId)
    expect(await countsOf(event.eventId)).toEqual({ booked: 3, bookedLastDay: 3, soldOut: true })
  })

  test("makes lists that go by it new, and no others", async () => {
    const { title, events } = await mintEvents(3)
    const [first, second, third] = events
    if (!first || !second || !third) throw new Error("No events were minted.")
    const count = bookingCounter(stores)
    await count()
    const list = async (wishes: Partial<ListEvents>) => {
      const page = await listEvents(stores, null, ListEvents.parse({ search: title, ...wishes }))
      return page.events.map(({ eventId }) => eventId)
    }
    expect(await list({ sort: "hot" })).toEqual([])
    expect((await list({ withPlaces: true })).length).toBe(3)
    await book(third.performanceId, [0, 1])
    await book(first.performanceId, [0, 1, 2, 3])
    await count()
    expect(await list({ sort: "hot" })).toEqual([first.eventId, third.eventId])
    expect(await list({ sort: "most-booked" })).toEqual([
      first.eventId,
      third.eventId,
      second.eventId,
    ])
    expect((await list({ withPlaces: true })).toSorted()).toEqual(
      [second.eventId, third.eventId].toSorted(),
    )
  })
})

describe("a list of what has places left", () => {
  test("goes by what is left at this moment, and on to the next page where too little is", async () => {
    const { title, events } = await mintEvents(5)
    const full = events.toSorted((one, other) => (one.eventId < other.eventId ? -1 : 1)).slice(0, 3)
    // They have not been counted yet.
    for (const { performanceId } of full) await book(performanceId, [0, 1, 2, 3])
    const list = (wishes: object) =>
      listEvents(
        stores,
        null,
        ListEvents.parse({ search: title, withPlaces: true, limit: 1, ...wishes }),
      )
    const page = await list({})
    expect(page.events.map(({ remaining }) => remaining)).toEqual([4])
    const next = await list({ cursor: page.nextCursor })
    expect(next.events.map(({ remaining }) => remaining)).toEqual([4])
    expect(next.nextCursor).toBeNull()
  })
})
