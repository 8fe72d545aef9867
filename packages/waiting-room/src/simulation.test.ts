import { describe, expect, test } from "bun:test"
import type { UserId } from "@podo/contract/ids"
import { simulate } from "@podo/db/simulate"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { readRoom } from "./read-room.ts"
import { seedOf } from "./seeds.ts"
import { actOf } from "./testing/simulation-acts.ts"
import { LIMIT, PLACES, type Terms } from "./testing/simulation-model.ts"
import { Run } from "./testing/simulation-run.ts"

const stores = await openTestStores()

const ROUNDS = 4
const STEPS_MAX = 160
const HOUR_MS = 3_600_000
const given = process.env["SEED"]
const seeds = given ? [Number(given)] : [1, 2, 3, Math.floor(Math.random() * 1e9)]

async function begin(random: () => number): Promise<Run> {
  const terms: Terms = {
    hasDraw: random() < 0.5,
    capacity: 1 + Math.floor(random() * 4),
    perMinute: 600,
    paused: false,
    draining: false,
    whenSoldOut: random() < 0.5 ? "close" : "keep",
  }
  const { hasDraw, capacity, perMinute, whenSoldOut } = terms
  const { performanceId } = await mintPerformance(stores, {
    capacity: PLACES,
    limitPerUser: LIMIT,
    saleOpensInMs: HOUR_MS,
    room: { hasDraw, capacity, perMinute, whenSoldOut },
  })
  await readRoom(stores, { performanceId })
  const seed = await seedOf(stores, performanceId)
  return new Run(stores, { performanceId, seed, terms })
}

/** How many are before each of those who wait. */
const ranksOf = ({ model }: Run) => new Map(model.line.map(({ user }, rank) => [user, rank]))

function expectNobodyBack(before: Map<UserId, number>, { model }: Run, returned: number) {
  for (const [rank, { user }] of model.line.entries()) {
    const was = before.get(user)
    if (was !== undefined) expect(rank).toBeLessThanOrEqual(was + returned)
  }
}

/** Takes one step, and finds all people where the model has them. */
async function takeStep(run: Run, taken: string[]) {
  const act = actOf(run)
  taken.push(act.name)
  const [ranks, absent, wasOpen] = [ranksOf(run), run.model.absent.length, run.model.hasOpened]
  const came = await act(run)
  await run.check(came ?? [])
  // In a lobby with a draw whoever comes may be before those who are there.
  const returned = act.name.startsWith("enter") ? absent - run.model.absent.length : 0
  if (wasOpen) expectNobodyBack(ranks, run, returned)
}

describe("whatever happens in whatever order, everybody is where a patient clerk would have them", () => {
  test.each(seeds)(
    `${ROUNDS} rooms from their lobby on, SEED=%d`,
    async (seed) => {
      await simulate(
        { rounds: ROUNDS, stepsMax: STEPS_MAX, seed },
        async ([first, ...steps], taken) => {
          const run = await begin(first ?? (() => 0))
          for (const chance of steps) {
            run.random = chance
            await takeStep(run, taken)
          }
        },
      )
    },
    60_000,
  )
})
