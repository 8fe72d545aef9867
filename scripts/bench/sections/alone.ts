import type { Bench } from "../bench.ts"
import { BY_LOCK, BY_STOCK, CLAIM, CONFIRM, EMPTY, visitsFor, visitsOf } from "../calls.ts"
import { openSeats } from "../halls.ts"
import type { Load, Step, Visit } from "../load.ts"
import { ratioOf, spreadOf } from "../numbers.ts"
import { inRounds } from "../rounds.ts"
import { type Finding, rowsOf, type Section, turnsOf } from "../section.ts"

const STADIUM = 50_000
const VISITS = 200
const VISITS_QUICK = 50
const PODO = "Podo: claim and confirm"
const LOCK = "P: lock of the seat"
const STOCK = "S: row of the stock"
const CEILING = "empty mutation"

async function run(bench: Bench): Promise<Finding> {
  const count = bench.scale.quick ? VISITS_QUICK : VISITS
  const seats = openSeats(bench, STADIUM)
  const { api, ways, people } = bench
  const one = (name: string, port: number, steps: Step[]) => ({
    name,
    loadOf: (visits: Visit[]): Load => alone(port, steps, visits),
  })
  const turns = await inRounds(
    bench,
    [
      {
        name: CEILING,
        loadOf: async () => alone(api.port, [EMPTY], visitsOf(await people.take(count))),
      },
      one(PODO, api.port, [CLAIM, CONFIRM]),
      one(LOCK, ways.port, [BY_LOCK]),
      one(STOCK, ways.port, [BY_STOCK]),
    ],
    async () => visitsFor(await people.take(count), await seats.take(count)),
  )
  const step = (at: number) => turnsOf(turns, PODO).map(({ steps }) => steps[at]?.p50 ?? 0)
  const stock = turnsOf(turns, STOCK).map(({ ok }) => ok.p50)
  const ms = (rounds: number[]) => spreadOf(rounds).median.toFixed(2)
  return {
    rows: rowsOf(turns, CEILING),
    lines: [`Of a whole booking the claim takes ${ms(step(0))} ms and the confirm ${ms(step(1))}.`],
    shown: [
      {
        says: "one at a time: p50 of a confirm / p50 of way S",
        value: ratioOf(step(1), stock).median,
        bound: { atMost: 2 },
      },
    ],
  }
}

const alone = (port: number, steps: Step[], visits: Visit[]): Load => ({
  port,
  steps,
  visits,
  pace: { by: "clients", clients: 1, msMax: 10_000 },
})

export const aloneSection: Section = {
  name: "alone",
  title: "One booking at a time",
  how: "A single client, so that nothing can be gained by doing several at once; a stadium of 50,000.",
  run,
}
