import { describe, expect, test } from "bun:test"
import { randomOf } from "@podo/db/racing"
import * as fc from "fast-check"
import { etaOf, type Pace } from "./eta.ts"
import { type LineWishes, simulateLine } from "./testing/simulated-line.ts"

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1e9))
const MINUTE_MS = 60_000

const usual: LineWishes = {
  people: 600,
  capacity: 50,
  perMinute: 600,
  admissionMs: 5 * MINUTE_MS,
  stayMs: 2 * MINUTE_MS,
  spread: 0.6,
  away: 0.1,
  leave: 0.05,
}

const lines: [string, Partial<LineWishes>][] = [
  ["waits until others come out", {}],
  ["waits for people of whom some stay much longer than others", { spread: 1.2 }],
  ["waits for people who stay as long as they may", { stayMs: 4 * MINUTE_MS, spread: 0.3 }],
  ["waits for the rate alone", { capacity: 1_000, perMinute: 60 }],
  ["has many who are gone", { away: 0.4 }],
  ["has many who lose patience", { leave: 0.3 }],
  ["goes through a small shop", { capacity: 5, people: 100 }],
  ["goes through a large one", { capacity: 200, people: 2_000 }],
]

const counts = fc.record({
  admitted: fc.nat(5_000),
  noShows: fc.nat(5_000),
  cameOut: fc.nat(5_000),
  minutes: fc.double({ min: 0.001, max: 6, noNaN: true }),
})
const paces: fc.Arbitrary<Pace> = fc.record({
  ahead: fc.nat(1_000_000),
  perMinute: fc.integer({ min: 1, max: 60_000 }),
  capacity: fc.integer({ min: 1, max: 100_000 }),
  admissionMs: fc.integer({ min: 1_000, max: 3_600_000 }),
  inside: fc.nat(100_000),
  minutesOpen: fc.double({ min: 0.001, max: 600, noNaN: true }),
  counted: counts,
})

describe("the wait that people are told", () => {
  test.each(lines)(`is true where a line %s, SEED=${seed}`, (_, wishes) => {
    const random = randomOf(seed)
    const runs = Array.from({ length: 4 }, () => simulateLine({ ...usual, ...wishes }, random))
    const told = runs.reduce((sum, run) => sum + run.told, 0)
    const wrong = runs.reduce((sum, run) => sum + run.wasLater + run.wasSooner, 0)
    expect(told).toBeGreaterThan(400)
    expect(1 - wrong / told).toBeGreaterThan(0.8)
  })

  test("is a range, and nobody is told of less time than who stands before them", () => {
    fc.assert(
      fc.property(paces, fc.nat(100_000), (pace, further) => {
        const [here, behind] = [etaOf(pace), etaOf({ ...pace, ahead: pace.ahead + further })]
        expect(here.from).toBeGreaterThanOrEqual(0)
        expect(here.from).toBeLessThanOrEqual(here.to)
        expect(here.from).toBeLessThanOrEqual(behind.from)
        expect(here.to).toBeLessThanOrEqual(behind.to)
        expect([here.from, here.to].every(Number.isSafeInteger)).toBe(true)
      }),
    )
  })
})
