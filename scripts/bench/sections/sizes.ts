import type { Bench } from "../bench.ts"
import { CLAIM, CONFIRM, crowdLoad, visitsFor } from "../calls.ts"
import { openSeats } from "../halls.ts"
import { spreadOf } from "../numbers.ts"
import { inFewRounds, inRounds } from "../rounds.ts"
import { costUs, type Finding, rowsOf, type Section, turnsOf } from "../section.ts"
import type { Turn } from "../turns.ts"

const SIZES = [140, 1_200, 50_000, 200_000]
const SIZES_QUICK = [140, 50_000]
const nameOf = (size: number) => `${size.toLocaleString("en")} places`

async function run(bench: Bench): Promise<Finding> {
  const { visits, quick } = bench.scale
  const capacities = quick ? SIZES_QUICK : SIZES
  const turns = await inRounds(
    inFewRounds(bench),
    capacities.map((size) => {
      const seats = openSeats(bench, size)
      return {
        name: nameOf(size),
        loadOf: async () => {
          const some = await seats.take(visits)
          return crowdLoad(
            bench,
            [CLAIM, CONFIRM],
            visitsFor(await bench.people.take(visits), some),
          )
        },
      }
    }),
    async () => {},
  )
  const costs = capacities.map(
    (size) => spreadOf(turnsOf(turns, nameOf(size)).map(serverUs)).median,
  )
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  const furthest = Math.max(...costs.map((cost) => Math.abs(cost / mean - 1)))
  return {
    rows: rowsOf(turns, nameOf(50_000)),
    lines: [
      `CPU of api, worker, MySQL and Redis together a whole booking: ${capacities.map((size, at) => `${nameOf(size)} ${(costs[at] ?? 0).toFixed(0)} µs`).join(", ")}.`,
    ],
    shown: [
      {
        says: "cost of a whole booking from 140 to 200,000 places: furthest from the mean",
        value: furthest * 100,
        bound: { atMost: 15 },
        unit: "%",
      },
    ],
  }
}

const serverUs = (turn: Turn) =>
  costUs(turn, "api") + costUs(turn, "worker") + costUs(turn, "mysql") + costUs(turn, "redis")

export const sizes: Section = {
  name: "sizes",
  title: "A whole booking in halls of any size",
  how: "Claim and confirm of one place at 64 clients, by people who come once; small halls are sold one after the other. The ceiling here is the hall of 50,000.",
  run,
}
