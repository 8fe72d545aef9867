import { describe, expect, test } from "bun:test"
import { Refused } from "@podo/contract/refusal"
import { spendHere } from "./rate-limit-here.ts"

const limitOf = (times: number) => ({ name: "test", times, seconds: 60 })

/** What is left to wait; 0 for who is let through. */
function waitMs(...spent: Parameters<typeof spendHere>): number {
  try {
    spendHere(...spent)
    return 0
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== "TOO_MANY_REQUESTS") throw error
    return error.refusal.retryAfterMs
  }
}

describe("a limit that a process counts for itself", () => {
  test("lets so many through from the first on, each person's own, and says when to come again", () => {
    const limit = limitOf(2)
    expect([0, 10_000, 20_000].map((at) => waitMs(limit, "one", at))).toEqual([0, 0, 40_000])
    expect(waitMs(limit, "two", 20_000)).toBe(0)
    expect([59_999, 60_000, 60_000, 60_001].map((at) => waitMs(limit, "one", at))).toEqual([
      1, 0, 0, 59_999,
    ])
  })

  test("holds whoever comes back while others are being forgotten", () => {
    const limit = limitOf(1)
    for (let n = 0; n < 100; n++) spendHere(limit, `early ${n}`, n)
    expect(waitMs(limit, "early 99", 60_200)).toBe(0)
    // By now all the others are over, and go one by one.
    for (let n = 0; n < 50; n++) spendHere(limit, `late ${n}`, 60_300 + n)
    expect(waitMs(limit, "early 99", 60_400)).toBe(59_800)
    expect(waitMs(limit, "early 98", 60_400)).toBe(0)
  })
})
