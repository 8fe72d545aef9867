import { describe, expect, test } from "bun:test"
import { Cursor } from "@podo/contract/cursor"
import { PerformanceId } from "@podo/contract/ids"
import { refusalOf } from "@podo/db/racing"
import { openTestStores } from "@podo/stores/testing"
import { mintRoom } from "@podo/db/testing"
import { createEvent } from "./create-event.ts"
import { editEvent } from "./edit-event.ts"
import { readDeskEvent } from "./read-desk-event.ts"
import { listHistory } from "../history/list-history.ts"
import { publishEvent } from "./publish-event.ts"
import { setPoster } from "./set-poster.ts"
import { editSeenEvent } from "../testing/edits.ts"
import { datesIn, mintHall, mintOrganizer, newEvent, termsOn } from "../testing/events.queries.ts"

const stores = await openTestStores()
const organizer = await mintOrganizer(stores)

async function draft(...days: number[]) {
  const hall = await mintHall(stores)
  const dates = days.length > 0 ? datesIn(hall, ...days.map((day) => termsOn(day))) : undefined
  const input = { ...newEvent(hall), ...(dates && { dates }) }
  const event = await createEvent(stores, organizer, input)
  return { hall, input, event, eventId: event.eventId }
}

const historyOf = async (eventId: Parameters<typeof listHistory>[2]["eventId"]) => {
  const { entries } = await listHistory(stores, organizer, { eventId, limit: 50 })
  return entries.map(({ action, before, after }) => ({ action, before, after }))
}

const wordsOf = async (eventId: string) =>
  (
    await stores.db
      .selectFrom("eventSearch")
      .where("eventId", "=", eventId as never)
      .select("title")
      .executeTakeFirst()
  )?.title ?? ""

describe("an event that is edited", () => {
  test("is what was said, found by its new title, and its history tells only what differs", async () => {
    const { input, eventId } = await draft(10)
    const edit = { ...input, title: "Sunlit Yard", category: "concert" as const }
    expect(await editSeenEvent(stores, organizer, edit)).toMatchObject({
      title: "Sunlit Yard",
      category: "concert",
    })
    expect(await wordsOf(eventId)).toContain("sunlit")
    const edited = {
      action: "event-edited",
      before: { title: "달빛 마당", category: "festival" },
      after: { title: "Sunlit Yard", category: "concert" },
    } as const
    expect((await historyOf(eventId))[0]).toEqual(edited)
    await editSeenEvent(stores, organizer, edit)
    expect(await historyOf(eventId)).toHaveLength(2)
  })

  test("keeps its venue once it has performances, and its time zone once it is public", async () => {
    const elsewhere = await mintHall(stores)
    const bare = await draft()
    const moved = await editSeenEvent(stores, organizer, {
      ...bare.input,
      venueId: elsewhere.venueId,
    })
    expect(moved.venueId).toBe(elsewhere.venueId)
    const { input, eventId } = await draft(10)
    const move = () =>
      refusalOf(
        editSeenEvent(stores, organizer, {
          ...input,
          venueId: elsewhere.venueId,
          timeZone: "Asia/Tokyo",
        }),
      )
    expect(await move()).toMatchObject({
      problems: [{ path: "venueId", problem: "hall-elsewhere" }],
    })
    await editSeenEvent(stores, organizer, { ...input, timeZone: "Europe/Berlin" })
    await publishEvent(stores, organizer, { eventId })
    expect(await move()).toMatchObject({
      problems: [
        { path: "venueId", problem: "fixed-since-published" },
        { path: "timeZone", problem: "fixed-since-published" },
      ],
    })
    const nowhere = { ...bare.input, venueId: Bun.randomUUIDv7() as never }
    expect(await refusalOf(editSeenEvent(stores, organizer, nowhere))).toEqual({
      code: "NOT_FOUND",
      what: "venue",
    })
  })

  test("is not written by an editor who has not seen it, but by the same one twice", async () => {
    const { input, event, eventId } = await draft(10)
    const edit = (title: string) =>
      editEvent(stores, organizer, { ...input, etag: event.etag, title })
    const edited = await edit("First")
    expect(edited.etag).not.toBe(event.etag)
    expect(await edit("First")).toEqual(edited)
    expect(await refusalOf(edit("Second"))).toMatchObject({
      code: "EDITED_MEANWHILE",
      etag: edited.etag,
      now: { title: "First", category: "festival", timeZone: "Asia/Seoul" },
    })
    expect(await historyOf(eventId)).toHaveLength(2)
    // Back at what was seen, it is what was seen.
    const back = await editEvent(stores, organizer, { ...input, etag: edited.etag })
    expect(back.etag).toBe(event.etag)
  })

  test("keeps its times on the clock when a draft moves to another time zone", async () => {
    const { input, eventId } = await draft(10)
    const before = (await readDeskEvent(stores, organizer, { eventId })).performances[0]
    const performanceId = PerformanceId.parse(before?.performanceId)
    await mintRoom(stores.db, performanceId, {
      room: { lobbyOpensAt: new Date(before?.saleOpensAt ?? 0) },
    })
    const moved = await editSeenEvent(stores, organizer, { ...input, timeZone: "Asia/Kolkata" })
    // 3 hours and a half behind Seoul, all year.
    const later = (at = "") => new Date(Date.parse(at) + 3.5 * 3_600_000).toISOString()
    expect(moved.performances[0]).toMatchObject({
      startsAt: later(before?.startsAt),
      endsAt: later(before?.endsAt),
      saleOpensAt: later(before?.saleOpensAt),
      saleClosesAt: later(before?.saleClosesAt),
      cancelUntil: later(before?.cancelUntil),
    })
    expect(moved).toMatchObject({ startsAt: later(before?.startsAt) })
    const room = stores.db.selectFrom("waitingRoom").where("performanceId", "=", performanceId)
    expect((await room.select("lobbyOpensAt").executeTakeFirst())?.lobbyOpensAt).toEqual(
      new Date(later(before?.saleOpensAt)),
    )
    const back = await editSeenEvent(stores, organizer, { ...input, timeZone: "Asia/Seoul" })
    expect(back.performances[0]?.startsAt).toBe(before?.startsAt)
  })

  test("stays in its zone where the clocks of the new one would turn its times round", async () => {
    const hall = await mintHall(stores)
    // Berlin has no time from 2:00 to 3:00 that night: 2:30 is 3:30 there, and 3:15 stays.
    const night = {
      ...termsOn(10),
      saleOpensAt: "2031-01-01T00:00:00.000Z",
      saleClosesAt: "2031-03-29T17:00:00.000Z",
      cancelUntil: "2031-03-29T12:00:00.000Z",
      startsAt: "2031-03-29T17:30:00.000Z",
      endsAt: "2031-03-29T18:15:00.000Z",
    }
    const input = { ...newEvent(hall), dates: datesIn(hall, night) }
    await createEvent(stores, organizer, input)
    const move = editSeenEvent(stores, organizer, { ...input, timeZone: "Europe/Berlin" })
    expect(await refusalOf(move)).toMatchObject({
      problems: [{ path: "timeZone", problem: "ends-before-start" }],
    })
  })

  test("has a poster of its new title if Podo drew the old one, and keeps one that was uploaded", async () => {
    const { input, event } = await draft()
    const redrawn = await editSeenEvent(stores, organizer, { ...input, title: "해" })
    expect(redrawn.posterUrl).not.toBe(event.posterUrl)
    const back = await editSeenEvent(stores, organizer, input)
    expect(back.posterUrl).toBe(event.posterUrl)
    const base64 = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 8"/>`,
    ).toString("base64")
    const set = await setPoster(stores, organizer, { eventId: input.eventId, poster: { base64 } })
    const kept = await editSeenEvent(stores, organizer, { ...input, title: "달" })
    expect(kept.posterUrl).toBe(set.posterUrl)
    const drawn = await setPoster(stores, organizer, {
      eventId: input.eventId,
      poster: { generated: true },
    })
    expect(drawn.posterUrl).not.toBe(set.posterUrl)
    expect((await historyOf(input.eventId)).map(({ action }) => action)).toEqual([
      "poster-set",
      "event-edited",
      "poster-set",
      "event-edited",
      "event-edited",
      "event-created",
    ])
  })
})

describe("the history of an event", () => {
  test("is told page by page, the last change first, by the name of who made it", async () => {
    const { input, eventId } = await draft()
    for (const title of ["a", "b", "c"]) await editSeenEvent(stores, organizer, { ...input, title })
    const told: unknown[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const position = cursor ? { cursor: Cursor.parse(cursor) } : {}
      const page = await listHistory(stores, organizer, { eventId, limit: 1, ...position })
      expect(page.entries.map(({ who }) => who)).toEqual(["Organizer"])
      told.push(...page.entries.map(({ after }) => after?.["title"]))
      cursor = page.nextCursor
    }
    expect(told).toEqual(["c", "b", "a", input.title])
  })
})
