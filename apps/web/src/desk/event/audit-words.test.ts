import { expect, test } from "bun:test"
import type { DeskEvent } from "@podo/contract/desk"
import { spokenNow } from "../../language/language.ts"
import { formatsOf } from "../../language/formats.ts"
import { deskWords } from "../../language/desk-words.ts"
import { en } from "../../language/en.ts"
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
