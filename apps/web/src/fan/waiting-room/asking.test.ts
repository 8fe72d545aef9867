import { describe, expect, test } from "bun:test"
import { askAgainMs } from "./asking.ts"
import { someStanding } from "./testing.ts"

const between = (known: Parameters<typeof askAgainMs>[0], isHeard: boolean) =>
  [0, 1].map((random) => askAgainMs(known, { isHeard, random }))

describe("a page asks where it stands", () => {
  test("about every two minutes while news come, however near its turn is", () => {
    expect(between(someStanding({ askAgainMs: 5_000 }), true)).toEqual([90_000, 150_000])
  })

  test("when the server says, give or take a quarter, while none come", () => {
    expect(between(someStanding({ askAgainMs: 40_000 }), false)).toEqual([30_000, 50_000])
  })

  test("rarely enough that a thousand who wait cost less than ten questions a second", () => {
    const everyMs = askAgainMs(someStanding(), { isHeard: true, random: 0.5 })
    expect((1_000 * 1_000) / everyMs).toBeLessThan(10)
  })
})
