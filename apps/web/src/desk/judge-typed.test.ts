import { expect, test } from "bun:test"
import { CreateEvent } from "@podo/contract/desk"
import { ImportHall } from "@podo/contract/hall"
import { uuidv7 } from "../app/api/uuidv7.ts"
import { judgeTyped } from "./judge-typed.ts"

const event = {
  eventId: uuidv7(),
  title: "  가을밤  ",
  description: "한 문장.",
  category: "musical",
  venueId: uuidv7(),
  timeZone: "Asia/Seoul",
}

const wrongsIn = (judged: ReturnType<typeof judgeTyped>) =>
  "wrongs" in judged ? judged.wrongs.map(({ path, problem }) => `${path} ${problem}`) : []

test("typed values are sent as the schema reads them", () => {
  const judged = judgeTyped(CreateEvent, event)
  expect("sent" in judged && judged.sent).toMatchObject({
    title: "가을밤",
    englishTitle: null,
    poster: { generated: true },
  })
})

test("each rule of the contract is told at its field, an empty one as missing", () => {
  const typed = {
    ...event,
    title: " ",
    category: "",
    timeZone: "+09:00",
    description: "가".repeat(10_001),
    poster: { base64: "A".repeat(4_000_000) },
  }
  expect(wrongsIn(judgeTyped(CreateEvent, typed))).toEqual([
    "title missing",
    "description not-valid",
    "category missing",
    "timeZone unknown-time-zone",
    "poster.base64 poster-too-large",
  ])
})

test("of several shapes, the one that was meant is judged", () => {
  const hall = { hallId: uuidv7(), name: "홀", format: "csv", text: "area" }
  const wrongsOfVenue = (venue: object) => wrongsIn(judgeTyped(ImportHall, { ...hall, venue }))
  expect(wrongsOfVenue({ venueId: "" })).toEqual(["venue.venueId missing"])
  expect(wrongsOfVenue({ name: "", address: "서울" })).toEqual(["venue.name missing"])
})

test("an unread value is told once, by the reason that its reader gave", () => {
  const typed = { ...event, title: null, category: "" }
  const unread = [{ path: "title", problem: "clock-skipped" as const }]
  expect(wrongsIn(judgeTyped(CreateEvent, typed, unread))).toEqual([
    "title clock-skipped",
    "category missing",
  ])
})

test("an unread value keeps the form from being sent where the schema could do without", () => {
  const unread = [{ path: "englishTitle", problem: "not-valid" as const }]
  expect(wrongsIn(judgeTyped(CreateEvent, event, unread))).toEqual(["englishTitle not-valid"])
})
