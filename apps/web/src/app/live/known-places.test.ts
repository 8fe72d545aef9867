import { gapsOf } from "@podo/contract/live-wire"
import { describe, expect, test } from "bun:test"
import {
  isWorthAskingAgain,
  type KnownPlaces,
  NOTHING_KNOWN,
  type PlacesChanged,
  questionOf,
  shownOf,
  withAnswer,
  withLoss,
  withNews,
  withNotes,
  withWatching,
} from "./known-places.ts"

const performanceId = "p" as PlacesChanged["performanceId"]

const news = (after: string, revision: string, changed: Record<string, number[]>) => ({
  news: "places-changed" as const,
  performanceId,
  after,
  revision,
  changes: Object.fromEntries(
    Object.entries(changed).map(([state, places]) => [state, gapsOf(places)]),
  ),
})

const answered = (known: KnownPlaces, revision: string, places: string) =>
  withAnswer(known, questionOf(known), { revision, places })

const KNOWN = withWatching(answered(NOTHING_KNOWN, "10-0", "....."), "10-0")
const placesOf = (known: KnownPlaces) => shownOf(known)?.places

describe("the places that a page knows", () => {
  test("follows the news, each once, in whatever cut they come", () => {
    const one = withNews(KNOWN, news("10-0", "11-0", { h: [1, 3] }))
    expect(shownOf(one)).toEqual({ revision: "11-0", places: ".h.h." })
    expect(withNews(one, news("10-0", "11-0", { h: [1, 3] }))).toBe(one)
    expect(withNews(one, news("9-0", "10-5", { b: [4] }))).toBe(one)
    const overlapping = news("10-0", "11-1", { h: [3], ".": [1] })
    expect(shownOf(withNews(one, overlapping))).toEqual({ revision: "11-1", places: "...h." })
  })

  test("compares revisions as numbers", () => {
    const known = answered(NOTHING_KNOWN, "9-9", ".....")
    expect(placesOf(withNews(known, news("9-9", "9-10", { h: [0] })))).toBe("h....")
    expect(placesOf(withNews(known, news("9-9", "10-0", { h: [0] })))).toBe("h....")
  })

  test("is behind after a gap, keeps what comes meanwhile, and is right after the next answer", () => {
    const gap = withNews(KNOWN, news("12-0", "13-0", { b: [0] }))
    expect([gap.isBehind, placesOf(gap)]).toEqual([true, "....."])
    const later = withNews(gap, news("13-0", "14-0", { h: [4] }))
    const read = answered(later, "12-5", "..x..")
    expect([read.isBehind, placesOf(read)]).toEqual([false, "b.x.h"])
  })

  test("is behind when the news begin after its answer", () => {
    expect(isWorthAskingAgain(withWatching(KNOWN, "10-1"))).toBe(true)
    expect(withWatching(KNOWN, "10-0").isBehind).toBe(false)
    const slow = answered(withWatching(NOTHING_KNOWN, "10-1"), "10-0", ".....")
    expect(slow.isBehind).toBe(true)
    expect(answered(slow, "10-1", "h....").isBehind).toBe(false)
  })

  test("keeps news that come while the first answer is under way", () => {
    const question = questionOf(NOTHING_KNOWN)
    const early = withNews(withWatching(NOTHING_KNOWN, "10-0"), news("10-0", "11-0", { h: [2] }))
    const known = withAnswer(early, question, { revision: "10-0", places: "....." })
    expect([known.isBehind, placesOf(known)]).toEqual([false, "..h.."])
  })

  test("is not set back by an answer that was slower than the news", () => {
    const question = questionOf(KNOWN)
    const known = withNews(KNOWN, news("10-0", "11-0", { h: [2] }))
    expect(withAnswer(known, question, { revision: "10-0", places: "....." })).toBe(known)
  })

  test("believes a server that has lost its memory, but no answer from before", () => {
    const question = questionOf(KNOWN)
    const lost = withLoss(KNOWN)
    expect(placesOf(lost)).toBe(".....")
    const before = withAnswer(lost, question, { revision: "11-0", places: "hhhhh" })
    expect([before.isBehind, placesOf(before)]).toEqual([true, "....."])
    const after = answered(lost, "8-0", "b....")
    expect([after.isBehind, placesOf(after)]).toEqual([false, "b...."])
  })

  test("prefers what it knows to the map without holds, which there is without Redis", () => {
    const held = withNews(KNOWN, news("10-0", "11-0", { h: [2] }))
    expect(answered(held, "0-0", ".....")).toBe(held)
    const first = withWatching(answered(NOTHING_KNOWN, "0-0", "....."), "10-0")
    expect([placesOf(first), first.isBehind, isWorthAskingAgain(first)]).toEqual([
      ".....",
      true,
      false,
    ])
  })
})

describe("an answer to this page about a place", () => {
  const noted = withNotes(KNOWN, [1], "h")

  test("is shown at once, and outlives an answer that was asked for before", () => {
    expect(placesOf(noted)).toBe(".h...")
    const slow = withAnswer(noted, questionOf(KNOWN), { revision: "10-0", places: "....x" })
    expect(placesOf(slow)).toBe(".h..x")
  })

  test("ends with an answer that was asked for later, and with news of the place", () => {
    expect(placesOf(answered(noted, "10-0", "....."))).toBe(".....")
    const elsewhere = withNews(noted, news("10-0", "11-0", { h: [4] }))
    expect(placesOf(elsewhere)).toBe(".h..h")
    expect(placesOf(withNews(elsewhere, news("11-0", "12-0", { b: [1] })))).toBe(".b..h")
  })

  test("gives way to a later one, and says nothing where the map says it already", () => {
    expect(placesOf(withNotes(noted, [1], "."))).toBe(".....")
    expect(withNotes(KNOWN, [1], ".").notes).toEqual([])
  })
})

test("a hall of 50,000 places takes a frame in well under a millisecond", () => {
  const places = ".".repeat(50_000)
  let known = withWatching(answered(NOTHING_KNOWN, "1-0", places), "1-0")
  const startedMs = performance.now()
  for (let at = 1; at <= 200; at++) {
    known = withNews(known, news(`${at}-0`, `${at + 1}-0`, { h: [at, at * 7, at * 200] }))
  }
  // A tenth of it is usual: this only tells a loop over all places from one over the changes.
  expect((performance.now() - startedMs) / 200).toBeLessThan(1)
  expect(known.told?.revision).toBe("201-0")
})
