import { describe, expect, test } from "bun:test"
import { drawerOf, hashOfText } from "@podo/contract/draw-check"
import { PerformanceId, UserId } from "@podo/contract/ids"
import { drawOf, seedHashOf } from "./draw-of.ts"

const SEED = "ab".repeat(32)
const performanceId = PerformanceId.parse("019aa7c2-0000-7000-8000-000000000001")
const userId = UserId.parse("019aa7c2-0000-7000-8000-000000000002")

describe("a draw", () => {
  test("is what openssl says, and what the check in a browser says", async () => {
    // printf %s PERFORMANCE:USER | openssl dgst -sha256 -hmac SEED
    expect(drawOf(SEED, performanceId, userId)).toBe("18dc710289f62")
    expect(await (await drawerOf(SEED, performanceId))(userId)).toBe("18dc710289f62")
    // printf %s SEED | openssl dgst -sha256
    const hash = "271a413bd339c5709fdceaec41f14f11e9fbfb5042d72d331c65f32b284cd09a"
    expect(seedHashOf(SEED)).toBe(hash)
    expect(await hashOfText(SEED)).toBe(hash)
  })
})

const ENTRANTS = 10_000
const TENTHS = 10
/** Chi-square of 9 x 9 degrees of freedom is greater than this once in a thousand times. */
const CHI_SQUARE_MAX = 126.08

/** Accounts in the order in which they were made, and here in which they come. */
const accounts = Array.from({ length: ENTRANTS }, (_, index) =>
  UserId.parse(`019aa7c2-0000-7000-8000-${index.toString(16).padStart(12, "0")}`),
)

/** How far the places of those who came n-th are from being as likely as any: tenths of the one by tenths of the other. */
function chiSquareOf(placeOf: (arrival: number) => number): number {
  const counts = new Float64Array(TENTHS * TENTHS)
  const tenth = (index: number) => Math.floor((index * TENTHS) / ENTRANTS)
  for (let arrival = 0; arrival < ENTRANTS; arrival++) {
    const cell = tenth(arrival) * TENTHS + tenth(placeOf(arrival))
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  const expected = ENTRANTS / (TENTHS * TENTHS)
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

function placesDrawnWith(seed: string): number[] {
  const drawn = accounts.map((account, arrival) => ({
    arrival,
    draw: drawOf(seed, performanceId, account),
  }))
  const places: number[] = []
  for (const [place, { arrival }] of drawn
    .toSorted((one, other) => (one.draw < other.draw ? -1 : 1))
    .entries()) {
    places[arrival] = place
  }
  return places
}

describe("a place in the draw of 10,000", () => {
  // The seeds are always the same: either all of them pass, or none ever will.
  test.each(["first", "second", "third", "fourth", "fifth"])(
    "does not depend on when somebody came: the %s seed",
    (name) => {
      const places = placesDrawnWith(seedHashOf(name))
      expect(chiSquareOf((arrival) => places[arrival] ?? 0)).toBeLessThan(CHI_SQUARE_MAX)
    },
  )

  test("would depend on it in an order of arrival, and in a draw that favours who is early by a little", () => {
    expect(chiSquareOf((arrival) => arrival)).toBeGreaterThan(CHI_SQUARE_MAX * 100)
    const places = placesDrawnWith(seedHashOf("first"))
    const favoured = places
      .map((place, arrival) => ({ arrival, rank: place + arrival / 5 }))
      .toSorted((one, other) => one.rank - other.rank)
    const placeOf = new Map(favoured.map(({ arrival }, place) => [arrival, place]))
    expect(chiSquareOf((arrival) => placeOf.get(arrival) ?? 0)).toBeGreaterThan(CHI_SQUARE_MAX)
  })
})
