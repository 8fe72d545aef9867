import type { Bench } from "../bench.ts"
import {
  BY_LOCK,
  BY_STOCK,
  CLAIM,
  CONFIRM,
  EMPTY,
  takeSeen,
  visitsFor,
  visitsOf,
} from "../calls.ts"
import { countBookings } from "../count-bookings.ts"
import { openSeats } from "../halls.ts"
import type { Load, Pace, Step, Visit } from "../load.ts"
import { type Contender, inRounds } from "../rounds.ts"
import { whenQuiet } from "../turns.ts"

export const PODO = "Podo: claim and confirm, two calls"
export const LOCK = "P: lock of the seat, one call"
export const STOCK = "S: row of the stock, one call"
export const SEEN = "Podo, by people seen a moment ago"
export const CEILING = "empty mutation"

type Podo = { port: number; steps: Step[] }

/** Podo and the other ways sell the same seats to the same people, who have never been here before. */
export async function sellSideBySide(bench: Bench, capacity: number, pace: Pace) {
  const seats = openSeats(bench, capacity)
  const sold = { podo: 0, lock: 0, stock: 0 }
  const { visits } = bench.scale
  const contender = (
    name: string,
    { port, steps }: Podo,
    count?: keyof typeof sold,
  ): Contender<Visit[]> => ({
    name,
    loadOf: (some): Load => ({ port, steps, visits: some, pace }),
    onTurn: ({ ok }) => {
      if (count) sold[count] += ok.count
    },
  })
  const { api, ways, people } = bench
  const turns = await inRounds(
    bench,
    [
      {
        name: CEILING,
        // People of their own: a session that was just looked up is cheaper.
        loadOf: async () => {
          const strangers = await people.take(visits)
          return { port: api.port, steps: [EMPTY], visits: visitsOf(strangers), pace }
        },
      },
      contender(PODO, { port: api.port, steps: [CLAIM, CONFIRM] }, "podo"),
      {
        // The other ways know everybody's session from Redis: this is what Podo does where it does as well.
        ...contender(SEEN, { port: api.port, steps: [CLAIM, CONFIRM] }, "podo"),
        loadOf: async () => {
          const known = await takeSeen(bench, visits)
          await whenQuiet(bench)
          const some = visitsFor(known, await seats.take(visits))
          return { port: api.port, steps: [CLAIM, CONFIRM], visits: some, pace }
        },
      },
      contender(LOCK, { port: ways.port, steps: [BY_LOCK] }, "lock"),
      contender(STOCK, { port: ways.port, steps: [BY_STOCK] }, "stock"),
    ],
    async () => visitsFor(await people.take(visits), await seats.take(visits)),
  )
  await countBookings(bench, seats.performanceIds, sold)
  return { turns, sold, performanceIds: seats.performanceIds }
}
