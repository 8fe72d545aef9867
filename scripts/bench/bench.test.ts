import { afterAll, beforeAll, describe, expect, test } from "bun:test"
import { type Bench, openBench } from "./bench.ts"
import { CLAIM, CONFIRM } from "./calls.ts"
import { openHall, openSeats } from "./halls.ts"
import type { Load } from "./load.ts"
import { turnsOf } from "./section.ts"
import { CEILING, sellSideBySide } from "./sections/side-by-side.ts"
import { countConfirmed } from "./sold.queries.ts"

const WITHIN_MS = 60_000
const VISITS = 30
const RIVALS = 12

let bench: Bench

beforeAll(async () => {
  bench = await openBench(true, { rounds: 1, warmUps: 0, visits: VISITS })
}, WITHIN_MS)

afterAll(() => bench.close(), WITHIN_MS)

/** Everybody wants the same place and books it. */
async function rivals(refusals: string[]): Promise<{ performanceId: string; load: Load }> {
  const performanceId = await openHall(bench, 10)
  const people = await bench.people.take(RIVALS)
  const visits = people.map(({ token }) => ({ token, knows: { performanceId, place: "3" } }))
  const pace = { by: "clients" as const, clients: RIVALS, msMax: WITHIN_MS }
  const steps = [CLAIM, CONFIRM]
  return { performanceId, load: { port: bench.api.port, steps, visits, pace, refusals } }
}

describe("a run of bookings", () => {
  test(
    "acknowledges as many as MySQL has, in all ways",
    async () => {
      const pace = { by: "clients" as const, clients: 4, msMax: WITHIN_MS }
      const { turns, sold, performanceIds } = await sellSideBySide(bench, 1_200, pace)
      const { lock, stock } = await bench.ways.tables.count(performanceIds)
      const podo = await countConfirmed(bench.stores.db, performanceIds)
      expect({ podo, lock, stock }).toEqual(sold)
      expect(sold).toEqual({ podo: 2 * VISITS, lock: VISITS, stock: VISITS })
      const [ceiling] = turnsOf(turns, CEILING)
      expect(ceiling?.ok.count).toBe(VISITS)
    },
    WITHIN_MS,
  )

  test(
    "counts refusals apart from successes",
    async () => {
      const { performanceId, load } = await rivals(["PLACES_TAKEN"])
      const { ok, refused, codes } = await bench.client.run(load)
      expect({ ok: ok.count, refused: refused.count }).toEqual({ ok: 1, refused: RIVALS - 1 })
      expect(codes).toEqual({ PLACES_TAKEN: RIVALS - 1 })
      expect(await countConfirmed(bench.stores.db, [performanceId])).toBe(1)
    },
    WITHIN_MS,
  )

  // Without this control a run could take any answer for a success.
  test(
    "ends at an answer that may not be",
    async () => {
      const { load } = await rivals([])
      const ended = await bench.client.run(load).then(
        () => "in good order",
        (error: Error) => error.message,
      )
      expect(ended).toContain("PLACES_TAKEN")
    },
    WITHIN_MS,
  )
})

describe("seats", () => {
  test(
    "are handed out once each, in one hall after the other",
    async () => {
      const seats = openSeats(bench, 10)
      const taken = [...(await seats.take(6)), ...(await seats.take(6))]
      const names = new Set(taken.map(({ performanceId, place }) => `${performanceId} ${place}`))
      expect(names.size).toBe(12)
      expect(seats.performanceIds).toHaveLength(2)
    },
    WITHIN_MS,
  )
})
