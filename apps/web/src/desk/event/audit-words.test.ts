import { expect, test } from "bun:test"
import type { DeskEvent } from "@podo/contract/desk"
import { spokenNow } from "../../app/language/language.ts"
import { formatsOf } from "../../app/language/formats.ts"
import { deskWords } from "../../app/language/desk-words.ts"
import { en } from "@podo/words/en/page"
import { auditWords } from "./audit-words.ts"

const speaking = {
  ...spokenNow(),
  words: { ...en, ...deskWords.en },
  formats: formatsOf("en"),
  named: (korean: string, english: string | null) => english ?? korean,
}

const event = {
  timeZone: "Asia/Seoul",
  currency: "KRW",
  venueId: "here",
  venueName: "극장",
  venueEnglishName: "Theatre",
  performances: [{ areas: [{ area: "vip", name: "VIP석", englishName: "VIP" }] }],
} as unknown as DeskEvent

test("a change is told by names and values that people read, and ids are left out", () => {
  const changes = auditWords(speaking, event, {
    action: "performance-edited",
    before: { "areas.vip.price": 90_000, englishTitle: null, digest: "0123", category: "play" },
    after: {
      "areas.vip.price": 80_000,
      englishTitle: "Autumn",
      digest: "4567",
      category: "concert",
      places: [1, 2, 3] as never,
      venueId: "here",
    },
  })
  expect(changes.map(({ name, before, after }) => `${name}: ${before} → ${after}`)).toEqual([
    "VIP · Price: ₩90,000 → ₩80,000",
    "English title: nothing → Autumn",
    "Category: Plays → Concerts",
    "Places: undefined → 3 places",
    "Venue: undefined → Theatre",
  ])
})

test("a waiting room has names of its own: it holds people, not places", () => {
  const changes = auditWords(speaking, event, {
    action: "room-set",
    before: { waitingRoom: false },
    after: {
      waitingRoom: true,
      lobbyOpensAt: "2031-01-19T10:30:00.000Z",
      hasDraw: true,
      capacity: 1_000,
      perMinute: 60,
      admissionMinutes: 10,
      whenSoldOut: "keep",
    },
  })
  expect(changes.map(({ name, after }) => `${name}: ${after}`)).toEqual([
    "Waiting room: yes",
    "Waiting room opens: Sun 19 January 2031 19:30 (Seoul time)",
    "Draw: yes",
    "People inside at once: 1,000",
    "Let in a minute: 60",
    "Minutes inside: 10",
    "When sold out: Keep the line",
  ])
  const steered = auditWords(speaking, event, {
    action: "room-steered",
    before: { paused: false, draining: false, message: "" },
    after: { paused: true, draining: true, message: "Back in a minute." },
  })
  expect(steered.map(({ name, before, after }) => `${name}: ${before} → ${after}`)).toEqual([
    "Paused: no → yes",
    "No new arrivals: no → yes",
    "Line to everybody: nothing → Back in a minute.",
  ])
  const opened = { action: "sale-opened", before: null, after: { lobbyOpensAt: "x" } } as const
  expect(auditWords(speaking, event, opened)[0]?.name).toBe("Waiting room opens")
  const takenBack = {
    action: "admission-taken-back",
    before: { userId: "0190" },
    after: null,
  } as const
  expect(auditWords(speaking, event, takenBack)).toEqual([])
})
