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
import { ratioOf, spreadOf } from "../numbers.ts"
import { type Contender, inRounds } from "../rounds.ts"
import { costUs, type Finding, perSecondOf, rowOf, type Section, turnsOf } from "../section.ts"
import { type Turn, whenQuiet } from "../turns.ts"

const STADIUM = 50_000
const CLIENTS = [64, 256]

const PODO = "Podo: claim and confirm, two calls"
const LOCK = "P: lock of the seat, one call"
const STOCK = "S: row of the stock, one call"
const SEEN = "Podo, by people seen a moment ago"
const CEILING = "empty mutation"

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

async function run(bench: Bench): Promise<Finding> {
  const { roundMs } = bench.scale
  const finding: Required<Finding> = { rows: [], lines: [], shown: [], bars: [] }
  for (const clients of CLIENTS) {
    const pace: Pace = { by: "clients", clients, msMax: roundMs }
    const { turns } = await sellSideBySide(bench, STADIUM, pace)
    const of = (name: string) => turnsOf(turns, name)
    for (const name of [PODO, SEEN, LOCK, STOCK, CEILING]) {
      finding.rows.push(rowOf(`${clients} clients, ${name}`, of(name), of(CEILING)))
    }
    const speed = (name: string) => of(name).map(perSecondOf)
    const better = speed(LOCK).map((lock, round) => Math.max(lock, speed(STOCK)[round] ?? 0))
    finding.shown.push({
      says: `whole bookings a second at ${clients} clients: Podo / the better of P and S`,
      value: ratioOf(speed(PODO), better).median,
      bound: { atLeast: 2 },
    })
    for (const name of [PODO, LOCK, STOCK]) {
      const { median } = spreadOf(speed(name))
      const group = `whole bookings a second, ${clients} clients`
      finding.bars.push({ group, label: name, value: median, unit: "/s" })
    }
    if (clients === CLIENTS[0]) finding.shown.push(...costs(of(PODO)))
  }
  return finding
}

const costs = (podo: Turn[]) => {
  const ms = (process: "api" | "mysql") =>
    spreadOf(podo.map((turn) => costUs(turn, process) / 1_000)).median
  return [
    {
      says: "CPU of the api a whole booking",
      value: ms("api"),
      bound: { atMost: 0.4 },
      unit: "ms",
    },
    {
      says: "CPU of MySQL a whole booking",
      value: ms("mysql"),
      bound: { atMost: 0.3 },
      unit: "ms",
    },
  ]
}

export const booking: Section = {
  name: "booking",
  title: "A whole booking, beside the ways in which it is built today",
  how: "One place each, of a stadium of 50,000, for people who come once; the same people and places in all ways, on one server with the same durability. Bookings are counted in MySQL afterwards.",
  run,
}
