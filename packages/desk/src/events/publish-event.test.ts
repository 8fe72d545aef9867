import { describe, expect, test } from "bun:test"
import { Cursor } from "@podo/contract/cursor"
import { BookingId, type PerformanceId } from "@podo/contract/ids"
import { refusalOf } from "@podo/db/racing"
import { openTestStores } from "@podo/stores/testing"
import { addPerformances } from "../performances/add-performances.ts"
import { createEvent } from "./create-event.ts"
import { deleteEvent } from "./delete-event.ts"
import { listDeskEvents } from "./list-desk-events.ts"
import { publishEvent } from "./publish-event.ts"
import { readDeskEvent } from "./read-desk-event.ts"
import { removePerformance } from "../performances/remove-performance.ts"
import {
  countRowsOf,
  datesIn,
  inDays,
  mintHall,
  mintOrganizer,
  newEvent,
  NO_ROWS,
  termsOn,
} from "../testing/events.queries.ts"

const stores = await openTestStores()
const organizer = await mintOrganizer(stores)

async function draft(...terms: ReturnType<typeof termsOn>[]) {
  const hall = await mintHall(stores)
  const input = { ...newEvent(hall), ...(terms.length > 0 && { dates: datesIn(hall, ...terms) }) }
  const event = await createEvent(stores, organizer, input)
  return {
    hall,
    event,
    eventId: event.eventId,
    ids: event.performances.map((one) => one.performanceId),
  }
}

const only = (ids: PerformanceId[]) => {
  const [performanceId] = ids
  if (!performanceId) throw new Error("There is none.")
  return { performanceId }
}

const withhold = (performanceId: PerformanceId, places: number[]) =>
  stores.db
    .insertInto("soldPlace")
    .values(places.map((place) => ({ performanceId, place, bookingId: null })))
    .execute()

const book = (performanceId: PerformanceId) =>
  stores.db
    .insertInto("booking")
    .values({
      id: BookingId.parse(Bun.randomUUIDv7()),
      userId: organizer.userId,
      performanceId,
      holdId: Bun.randomUUIDv7() as never,
      status: "cancelled",
      total: 1,
      currency: "KRW",
      bookedAt: new Date(),
      cancelledAt: new Date(),
    })
    .execute()

describe("a draft", () => {
  test("becomes public once, for good, and only with a performance to come", async () => {
    const bare = await draft()
    const none = { problems: [{ path: "performances", problem: "no-performances" }] }
    expect(await refusalOf(publishEvent(stores, organizer, bare))).toMatchObject(none)
    const { eventId, ids } = await draft(termsOn(10))
    await stores.db
      .updateTable("performance")
      .where("id", "=", ids[0] as never)
      .set({ cancelledAt: new Date() })
      .execute()
    expect(await refusalOf(publishEvent(stores, organizer, { eventId }))).toMatchObject(none)
    await stores.db
      .updateTable("performance")
      .where("id", "=", ids[0] as never)
      .set({ cancelledAt: null })
      .execute()
    const published = await publishEvent(stores, organizer, { eventId })
    expect(published.publishedAt).not.toBeNull()
    expect(await refusalOf(publishEvent(stores, organizer, { eventId }))).toEqual({
      code: "ALREADY_PUBLISHED",
    })
    expect(await readDeskEvent(stores, organizer, { eventId })).toEqual(published)
    expect(await refusalOf(deleteEvent(stores, organizer, { eventId }))).toEqual({
      code: "ALREADY_PUBLISHED",
    })
  })

  test("is deleted with all that is its own, and its history stays", async () => {
    const { eventId, ids } = await draft(termsOn(10), termsOn(11))
    await withhold(only(ids).performanceId, [1, 2])
    await deleteEvent(stores, organizer, { eventId })
    expect(await countRowsOf(stores, eventId)).toEqual({ ...NO_ROWS, audit: 2, outbox: 1 })
    for (const table of ["soldPlace", "performanceArea"] as const) {
      const left = await stores.db
        .selectFrom(table)
        .where("performanceId", "in", ids)
        .selectAll()
        .execute()
      expect(left).toEqual([])
    }
    expect(await refusalOf(readDeskEvent(stores, organizer, { eventId }))).toEqual({
      code: "NOT_FOUND",
      what: "event",
    })
  })
})

describe("a performance", () => {
  test("is added to what is public, and the event lasts as long", async () => {
    const { eventId, hall } = await draft(termsOn(10))
    await publishEvent(stores, organizer, { eventId })
    const event = await addPerformances(stores, organizer, {
      eventId,
      dates: datesIn(hall, termsOn(8), termsOn(14)),
    })
    expect([event.startsAt, event.endsAt]).toEqual([inDays(8, 10), inDays(14, 12)])
    const again = await refusalOf(
      addPerformances(stores, organizer, { eventId, dates: datesIn(hall, termsOn(8)) }),
    )
    expect(again).toMatchObject({
      problems: [{ path: "dates.performances.0.startsAt", problem: "same-start" }],
    })
    // Each in its own hall, but still one at a time.
    const elsewhere = await mintHall(stores)
    expect(
      await refusalOf(
        addPerformances(stores, organizer, { eventId, dates: datesIn(elsewhere, termsOn(9)) }),
      ),
    ).toMatchObject({
      problems: [{ path: "dates.hallId", problem: "hall-elsewhere" }],
    })
  })

  test("is removed from a draft with what the house kept, unless somebody ever booked it", async () => {
    const { eventId, ids } = await draft(termsOn(10), termsOn(12))
    const [first, second] = ids
    if (!first || !second) throw new Error("There are two.")
    await withhold(first, [1])
    await removePerformance(stores, organizer, { performanceId: first })
    expect(await readDeskEvent(stores, organizer, { eventId })).toMatchObject({
      startsAt: inDays(12, 10),
      performances: [{ performanceId: second }],
    })
    await book(second)
    expect(
      await refusalOf(removePerformance(stores, organizer, { performanceId: second })),
    ).toEqual({ code: "HAS_BOOKINGS", bookings: 1 })
  })

  test("of what is public is removed before its sale opens, and never the last", async () => {
    const open = { ...termsOn(14), saleOpensAt: inDays(-1) }
    const { eventId, ids } = await draft(termsOn(10), termsOn(12), open)
    await publishEvent(stores, organizer, { eventId })
    const [first, second, third] = ids.map((performanceId) => ({ performanceId }))
    if (!first || !second || !third) throw new Error("There are three.")
    expect(await refusalOf(removePerformance(stores, organizer, third))).toMatchObject({
      problems: [{ path: "performanceId", problem: "fixed-since-sale-opened" }],
    })
    await stores.db
      .updateTable("performance")
      .where("id", "=", third.performanceId)
      .set({ cancelledAt: new Date() })
      .execute()
    await removePerformance(stores, organizer, first)
    expect(await refusalOf(removePerformance(stores, organizer, second))).toMatchObject({
      problems: [{ path: "performanceId", problem: "last-performance" }],
    })
  })
})

describe("the list of an organizer's events", () => {
  test("is theirs alone, the last created first, page by page; an admin's is everybody's", async () => {
    const [mine, theirs] = [await mintOrganizer(stores), await mintOrganizer(stores)]
    const hall = await mintHall(stores)
    const created: string[] = []
    for (let n = 0; n < 5; n++)
      created.unshift((await createEvent(stores, mine, newEvent(hall))).eventId)
    const found: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const position = cursor ? { cursor: Cursor.parse(cursor) } : {}
      const page = await listDeskEvents(stores, mine, { limit: 2, ...position })
      found.push(...page.events.map(({ eventId }) => eventId))
      cursor = page.nextCursor
    }
    expect(found).toEqual(created)
    expect((await listDeskEvents(stores, theirs, { limit: 50 })).events).toEqual([])
    const all = await listDeskEvents(stores, { ...theirs, roles: ["admin"] }, { limit: 5 })
    expect(all.events.map(({ eventId }): string => eventId)).toEqual(created)
  })

  test("takes as many queries for 20 events as for one", async () => {
    const mine = await mintOrganizer(stores)
    const hall = await mintHall(stores)
    for (let day = 10; day < 30; day++) {
      await createEvent(stores, mine, { ...newEvent(hall), dates: datesIn(hall, termsOn(day)) })
    }
    let queries = 0
    const db = stores.db.withPlugin({
      transformQuery: ({ node }) => {
        queries += 1
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const costOf = async (limit: number) => {
      queries = 0
      const { events } = await listDeskEvents({ ...stores, db }, mine, { limit })
      return [queries, events.length]
    }
    expect(await costOf(1)).toEqual([3, 1])
    expect(await costOf(20)).toEqual([3, 20])
  })
})
