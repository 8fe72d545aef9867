import { describe, expect, test } from "bun:test"
import { Cursor } from "@podo/contract/cursor"
import { refusalOf } from "@podo/db/racing"
import { openTestStores } from "@podo/stores/testing"
import { createEvent } from "./create-event.ts"
import { editEvent } from "./edit-event.ts"
import { listHistory } from "../history/list-history.ts"
import { publishEvent } from "./publish-event.ts"
import { setPoster } from "./set-poster.ts"
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
    expect(await editEvent(stores, organizer, edit)).toMatchObject({
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
    await editEvent(stores, organizer, edit)
    expect(await historyOf(eventId)).toHaveLength(2)
  })

  test("keeps its venue once it has performances, and its time zone once it is public", async () => {
    const elsewhere = await mintHall(stores)
    const bare = await draft()
    const moved = await editEvent(stores, organizer, { ...bare.input, venueId: elsewhere.venueId })
    expect(moved.venueId).toBe(elsewhere.venueId)
    const { input, eventId } = await draft(10)
    const move = () =>
      refusalOf(
        editEvent(stores, organizer, {
          ...input,
          venueId: elsewhere.venueId,
          timeZone: "Asia/Tokyo",
        }),
      )
    expect(await move()).toMatchObject({
      problems: [{ path: "venueId", problem: "hall-elsewhere" }],
    })
    await editEvent(stores, organizer, { ...input, timeZone: "Europe/Berlin" })
    await publishEvent(stores, organizer, { eventId })
    expect(await move()).toMatchObject({
      problems: [
        { path: "venueId", problem: "fixed-since-published" },
        { path: "timeZone", problem: "fixed-since-published" },
      ],
    })
    const nowhere = { ...bare.input, venueId: Bun.randomUUIDv7() as never }
    expect(await refusalOf(editEvent(stores, organizer, nowhere))).toEqual({
      code: "NOT_FOUND",
      what: "venue",
    })
  })

  test("has a poster of its new title if Podo drew the old one, and keeps one that was uploaded", async () => {
    const { input, event } = await draft()
    const redrawn = await editEvent(stores, organizer, { ...input, title: "해" })
    expect(redrawn.posterUrl).not.toBe(event.posterUrl)
    const back = await editEvent(stores, organizer, input)
    expect(back.posterUrl).toBe(event.posterUrl)
    const base64 = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"/>`).toString("base64")
    const set = await setPoster(stores, organizer, { eventId: input.eventId, poster: { base64 } })
    const kept = await editEvent(stores, organizer, { ...input, title: "달" })
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
    for (const title of ["a", "b", "c"]) await editEvent(stores, organizer, { ...input, title })
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
