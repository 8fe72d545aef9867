import type { PerformanceId } from "@podo/contract/ids"
import { randomOf } from "@podo/db/racing"
import { Problem } from "../../problem.ts"
import type { Bench } from "../bench.ts"
import { CLAIM, CONFIRM, crowdPace } from "../calls.ts"
import { openHall, wakeHall } from "../halls.ts"
import type { Visit } from "../load.ts"
import { spreadOf } from "../numbers.ts"
import { type Finding, perSecondOf, rowOf, type Section } from "../section.ts"
import { countConfirmed } from "../sold.queries.ts"
import { runTurn, type Turn } from "../turns.ts"

const PLACES = 100
const USERS = 10_000
const USERS_QUICK = 2_000
const PER_SECOND = 2_000
const REFUSALS = ["PLACES_TAKEN"]

async function run(bench: Bench): Promise<Finding> {
  const { quick } = bench.scale
  const users = quick ? USERS_QUICK : USERS
  const [rush, closed]: [Turn[], Turn[]] = [[], []]
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    rush.push(await sellOut(bench, users, round, "rush"))
    closed.push(await sellOut(bench, users, round, "crowd"))
  }
  const middle = (of: (turn: Turn) => number) => spreadOf(rush.map(of)).median
  return {
    rows: [
      rowOf(`${users} users at ${PER_SECOND} a second want ${PLACES} places`, rush),
      rowOf(`the same, 64 at a time, as fast as they are answered`, closed),
    ],
    lines: [
      `Each time exactly ${PLACES} bookings were acknowledged and written; the others were told PLACES_TAKEN.`,
      `${middle((turn) => turn.calls / turn.seconds).toFixed(0)} calls a second were answered in the first line, ${middle(perSecondOf).toFixed(0)} of them a second with success.`,
    ],
    shown: [
      {
        says: `bookings of ${PLACES} places that ${users} users want`,
        value: middle(({ ok }) => ok.count),
        bound: { atLeast: PLACES },
      },
      {
        says: `p99 of refusals at ${PER_SECOND} claims a second`,
        value: middle(({ refused }) => refused.p99),
        bound: { atMost: 100 },
        unit: "ms",
      },
      {
        says: "claims a second that were answered meanwhile",
        value: middle((turn) => (turn.ok.count + turn.refused.count) / turn.seconds),
      },
    ],
  }
}

/** Everybody wants one of the same places, claims it and books what they got. */
async function sellOut(bench: Bench, users: number, round: number, how: "rush" | "crowd") {
  const performanceId = await openHall(bench, PLACES + 1)
  await wakeHall(bench, performanceId, PLACES)
  const turn = await runTurn(bench, {
    port: bench.api.port,
    steps: [CLAIM, CONFIRM],
    visits: await rivals(bench, performanceId, users, round),
    pace:
      how === "rush"
        ? { by: "arrivals", perSecond: PER_SECOND }
        : { ...crowdPace(bench), msMax: 120_000 },
    refusals: REFUSALS,
  })
  const written = await countConfirmed(bench.stores.db, [performanceId])
  if (written === PLACES && turn.ok.count === PLACES) return turn
  throw new Problem(`${turn.ok.count} were told that they have one of ${PLACES}; ${written} have.`)
}

async function rivals(
  bench: Bench,
  performanceId: PerformanceId,
  users: number,
  seed: number,
): Promise<Visit[]> {
  const random = randomOf(seed + 1)
  const people = await bench.people.take(users)
  return people.map(({ token }) => {
    const place = String(Math.floor(random() * PLACES))
    return { token, knows: { performanceId, place } }
  })
}

export const contention: Section = {
  name: "contention",
  title: "Everybody wants the same places",
  how: `${USERS} users who have never been here come for ${PLACES} places, each for one of them by chance, and book what they got.`,
  run,
}
