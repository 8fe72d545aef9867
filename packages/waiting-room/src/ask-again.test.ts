import { describe, expect, test } from "bun:test"
import type { Eta } from "@podo/contract/waiting-room"
import * as fc from "fast-check"
import { askAgainMs } from "./ask-again.ts"
import { etaOf } from "./eta.ts"
import { PRESENT_MS } from "./tick-room.ts"

const WAITING = 1_000
const waiting = { state: "waiting", now: 0, opensAt: 0, lobbyOpensAt: 0 } as const
const JITTER = 1.25

/** How many requests a second a whole line makes that hears no news. */
function requestsASecond(etaAt: (ahead: number) => Eta | undefined) {
  const each = Array.from({ length: WAITING }, (_, ahead) =>
    askAgainMs({ ...waiting, ahead }, etaAt(ahead)),
  )
  return each.reduce((sum, ms) => sum + 1_000 / ms, 0)
}

/** Fifty inside, each for two minutes, for some minutes already. */
const shop = { perMinute: 600, capacity: 50, admissionMs: 300_000, inside: 50, minutesOpen: 5 }
const counted = { admitted: 175, noShows: 20, cameOut: 125, minutes: 5 }

describe("when a page without news asks again", () => {
  test("a thousand who wait make fewer than 20 requests a second", () => {
    expect(requestsASecond((ahead) => etaOf({ ...shop, ahead, counted }))).toBeLessThan(20)
  })

  test("also while nobody is let in, and nobody can say for how long", () => {
    expect(requestsASecond(() => undefined)).toBeLessThan(20)
  })

  test("a rare question makes a person neither miss their turn nor be taken for gone", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (from, wide) => {
        const ms = askAgainMs({ ...waiting, ahead: 3 }, { from, to: from + wide })
        expect(ms).toBeLessThanOrEqual(Math.max(5_000, from * 1_000))
        expect(ms).toBeGreaterThanOrEqual(5_000)
        expect(ms * JITTER).toBeLessThanOrEqual(PRESENT_MS / 2)
      }),
    )
  })
})
