import { describe, expect, test } from "bun:test"
import type { EditPerformance } from "@podo/contract/desk-performance"
import { Area, PerformanceId } from "@podo/contract/ids"
import { race, refusalOf } from "@podo/db/racing"
import { mintRoom } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { inTransaction } from "@podo/db/transaction"
import { changeTerms } from "./change-terms.ts"
import { createEvent } from "../events/create-event.ts"
import { listWithheld } from "@podo/catalog/performances.queries"
import { setTerms } from "./desk-performances.queries.ts"
import { listHistory } from "../history/list-history.ts"
import { publishEvent } from "../events/publish-event.ts"
import { readDeskEvent } from "../events/read-desk-event.ts"
import { etagOfPerformance } from "../testing/edits.ts"
import {
  datesIn,
  inDays,
  mintHall,
  mintOrganizer,
  newEvent,
  rowAt,
  termsOn,
} from "../testing/events.queries.ts"

const stores = await openTestStores()
const organizer = await mintOrganizer(stores)
const GROUNDS = ["a", "b"].map((area) => ({ area, kind: "standing" as const, capacity: 100 }))

async function sale(more: Partial<ReturnType<typeof termsOn>> = {}) {
  const hall = await mintHall(stores, { areas: GROUNDS })
  const areas = GROUNDS.map(({ area }) => ({ area: Area.parse(area), price: 1_000 }))
  const terms = { ...termsOn(10), ...more }
  const dates = { ...datesIn(hall, terms), areas }
  const { eventId, performances } = await createEvent(stores, organizer, {
    ...newEvent(hall),
    dates,
  })
  const performanceId = PerformanceId.parse(performances[0]?.performanceId)
  const input: Seen = { performanceId, areas, ...terms }
  return { hall, eventId, performanceId, input }
}

/** Near enough that nobody is to change what the first will buy. */
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()

type Seen = Omit<EditPerformance, "etag">

/** By somebody who has seen the performance as it is now. */
async function change(input: Seen) {
  const etag = await etagOfPerformance(stores, organizer, input.performanceId)
  return inTransaction(stores.db, (trx) => changeTerms(trx, organizer, { ...input, etag }))
}

const rowOf = (id: PerformanceId) =>
  stores.db.selectFrom("performance").where("id", "=", id).selectAll().executeTakeFirstOrThrow()

const withhold = (performanceId: PerformanceId, ...places: number[]) =>
  stores.db
    .insertInto("soldPlace")
    .values(places.map((place) => ({ performanceId, place, bookingId: null })))
    .execute()

const problemsOf = async (input: Seen) => {
  const refusal = await refusalOf(change(input))
  return refusal.code === "NOT_VALID" ? refusal.problems : refusal
}

const repriced = (input: Seen, price: number, capacity?: number): Seen => ({
  ...input,
  areas: input.areas.map((area) => ({ ...area, price, ...(capacity && { capacity }) })),
})

describe("the terms of a performance", () => {
  test("are what was said last, a version later, and the history tells what differs", async () => {
    const { input, eventId, performanceId } = await sale()
    const later = {
      startsAt: inDays(12, 10),
      endsAt: inDays(12, 13),
      limitPerUser: 2,
      holdMinutes: 9,
    }
    const edit = { ...repriced(input, 2_000), ...later }
    expect(await change(edit)).toEqual({ eventId, changed: true })
    expect(await rowOf(performanceId)).toMatchObject({
      version: 2,
      limitPerUser: 2,
      holdSeconds: 540,
    })
    expect(await readDeskEvent(stores, organizer, { eventId })).toMatchObject({
      startsAt: inDays(12, 10),
      endsAt: inDays(12, 13),
      performances: [{ ...later, areas: [{ price: 2_000 }, { price: 2_000 }] }],
    })
    const { entries } = await listHistory(stores, organizer, { eventId, limit: 1 })
    expect(entries[0]).toMatchObject({ action: "performance-edited", performanceId })
    expect(entries[0]?.after).toEqual({ ...later, "areas.a.price": 2_000, "areas.b.price": 2_000 })
    expect(await change(edit)).toEqual({ eventId, changed: false })
    expect((await rowOf(performanceId)).version).toBe(2)
  })

  test("number the places anew when areas hold others, and the house's places move along", async () => {
    const { input, performanceId } = await sale()
    await withhold(performanceId, 0, 59, 100, 150)
    await change(repriced(input, 1_000, 60))
    expect((await rowOf(performanceId)).capacity).toBe(120)
    // The first and the 60th of the first area, the first and the 51st of the second.
    expect(await listWithheld(stores.db, performanceId)).toEqual([0, 59, 60, 110])
  })

  test("never sell what the house keeps: an area is as large as its last place that is kept", async () => {
    const { input, performanceId } = await sale()
    await withhold(performanceId, 4, 150)
    expect(await problemsOf(repriced(input, 1_000, 50))).toEqual([
      { path: "areas.1.capacity", problem: "below-withheld" },
    ])
    expect(await problemsOf(repriced(input, 1_000, 4))).toEqual([
      { path: "areas.0.capacity", problem: "below-withheld" },
      { path: "areas.1.capacity", problem: "below-withheld" },
    ])
    expect(await listWithheld(stores.db, performanceId)).toEqual([4, 150])
    expect(await change(repriced(input, 1_000, 51))).toMatchObject({ changed: true })
    expect(await listWithheld(stores.db, performanceId)).toEqual([4, 101])
  })

  test("are not written by an editor who has not seen them, but by the same one twice", async () => {
    const { input, performanceId } = await sale()
    const etag = await etagOfPerformance(stores, organizer, performanceId)
    const edit = (changes: Partial<EditPerformance>) =>
      inTransaction(stores.db, (trx) => changeTerms(trx, organizer, { ...input, etag, ...changes }))
    expect(await edit({ limitPerUser: 2 })).toMatchObject({ changed: true })
    expect(await edit({ limitPerUser: 2 })).toMatchObject({ changed: false })
    const refusal = await refusalOf(edit({ holdMinutes: 9 }))
    expect(refusal).toMatchObject({
      code: "EDITED_MEANWHILE",
      etag: await etagOfPerformance(stores, organizer, performanceId),
      now: { limitPerUser: 2, holdMinutes: 5, "areas.a.price": 1_000, "areas.a.capacity": 100 },
    })
    expect((await rowOf(performanceId)).limitPerUser).toBe(2)
    expect((await rowOf(performanceId)).holdSeconds).toBe(300)
  })

  test("are written by one of two who edit at the same moment, and the other is told", async () => {
    const { input, performanceId } = await sale()
    const etag = await etagOfPerformance(stores, organizer, performanceId)
    const { won, refused } = await race(2, (runner) =>
      inTransaction(stores.db, (trx) =>
        changeTerms(trx, organizer, { ...input, etag, limitPerUser: 6 + runner }),
      ),
    )
    expect([won.length, refused]).toEqual([1, { EDITED_MEANWHILE: 1 }])
  })

  test("keep the deadline that people have booked by, or better it, once the sale has opened", async () => {
    const { input, eventId } = await sale({ saleOpensAt: inDays(-1) })
    const cancelUntil = inDays(8)
    await change({ ...input, cancelUntil })
    await publishEvent(stores, organizer, { eventId })
    const until = (days: number) => ({ ...input, cancelUntil: inDays(days) })
    const problem = "only-later-since-sale-opened"
    expect(await problemsOf(until(7))).toEqual([{ path: "cancelUntil", problem }])
    expect(await problemsOf(until(-1))).toEqual([{ path: "cancelUntil", problem }])
    expect(await change(until(9))).toMatchObject({ changed: true })
    expect(await problemsOf({ ...input, cancelUntil })).toEqual([{ path: "cancelUntil", problem }])
  })

  test("never leave the lobby of a waiting room behind, nor keep people in it for weeks", async () => {
    const { input, performanceId } = await sale({ saleOpensAt: inDays(8) })
    await mintRoom(stores.db, performanceId, { room: { lobbyOpensAt: new Date(inDays(7)) } })
    const opening = (saleOpensAt: string) => ({ ...input, saleOpensAt })
    const path = "saleOpensAt"
    const tooSoon = opening(inDays(6, 23))
    expect(await problemsOf(tooSoon)).toEqual([{ path, problem: "lobby-after-opening" }])
    const late = { startsAt: inDays(20, 10), endsAt: inDays(20, 12), saleClosesAt: inDays(20) }
    const tooLate = { ...opening(inDays(14, 1)), ...late }
    expect(await problemsOf(tooLate)).toEqual([{ path, problem: "lobby-too-early" }])
    for (const saleOpensAt of [inDays(14), inDays(7)]) {
      expect(await change({ ...opening(saleOpensAt), ...late })).toMatchObject({ changed: true })
    }
    // A cancelled performance is in nobody's way.
    await inTransaction(stores.db, (trx) => setTerms(trx, performanceId, { waitingRoom: false }))
    expect(await change(tooSoon)).toMatchObject({ changed: true })
  })

  test("are fixed where people have decided by them, once the sale of what is public has opened", async () => {
    const { input, eventId, performanceId } = await sale({ saleOpensAt: inDays(-1) })
    const moved = { startsAt: inDays(10, 9), endsAt: inDays(10, 11), saleOpensAt: inSeconds(9) }
    await change({ ...input, ...moved })
    await publishEvent(stores, organizer, { eventId })
    const since = "fixed-since-sale-opened"
    expect(await problemsOf({ ...repriced(input, 7, 50) })).toEqual(
      [
        "startsAt",
        "endsAt",
        "saleOpensAt",
        "areas.0.price",
        "areas.0.capacity",
        "areas.1.price",
        "areas.1.capacity",
      ].map((path) => ({ path, problem: since })) as never,
    )
    const open = {
      ...input,
      ...moved,
      limitPerUser: 8,
      saleClosesAt: inDays(9),
    }
    expect(await change({ ...open, holdMinutes: 1 })).toEqual({ eventId, changed: true })
    await stores.db
      .updateTable("performance")
      .where("id", "=", performanceId)
      .set({ cancelledAt: new Date() })
      .execute()
    expect(await problemsOf(open)).toEqual([
      { path: "performanceId", problem: "fixed-since-cancelled" },
    ])
  })

  test("never move it into the past, onto another of its event, or into another's time", async () => {
    const { input, hall, eventId } = await sale()
    const row = { ...rowAt(new Date(inDays(12, 10))), eventId, hallId: hall.hallId }
    await stores.db.insertInto("performance").values(row).execute()
    const to = (day: number, hours: number) => ({ ...input, ...termsOn(day, hours) })
    expect(await problemsOf(to(-1, 0))).toEqual([{ path: "startsAt", problem: "in-the-past" }])
    expect(await problemsOf(to(12, 10))).toEqual([{ path: "startsAt", problem: "same-start" }])
    expect(await problemsOf(to(12, 9))).toEqual([{ path: "startsAt", problem: "hall-busy" }])
    expect(await problemsOf({ ...input, endsAt: inDays(12, 11) })).toEqual([
      { path: "startsAt", problem: "hall-busy" },
    ])
    expect(await change(to(12, 8))).toMatchObject({ changed: true })
  })

  test("never let two of them meet, however many move at once", async () => {
    const hall = await mintHall(stores)
    const dates = datesIn(hall, ...[10, 11, 12, 13].map((day) => termsOn(day)))
    const { performances } = await createEvent(stores, organizer, { ...newEvent(hall), dates })
    const { won } = await race(4, (runner) =>
      change({
        performanceId: PerformanceId.parse(performances[runner]?.performanceId),
        areas: dates.areas,
        ...termsOn(20, 10 + (runner % 2)),
      }),
    )
    expect(won).toHaveLength(1)
  })
})
