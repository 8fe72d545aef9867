import { mintPerformance } from "@podo/db/testing"
import { eventsOf } from "../catalog/catalog-sections.ts"
import type { Bench } from "../bench.ts"
import { enterLine, nobodies, query, takeSeen, visitsOf } from "../calls.ts"
import { openHall, wakeHall } from "../halls.ts"
import type { Stage } from "../load.ts"
import { type Finding, rowOf, type Section } from "../section.ts"
import { runTurn, type Turn } from "../turns.ts"
import { told } from "../report/print.ts"

const THEATRE = 1_200
/** For the time to be tried: everything grows so many times as fast. */
const HURRY = 20

const LIST_STAGES: Stage[] = [
  { atMs: 20_000, users: 50 },
  { atMs: 60_000, users: 150 },
  { atMs: 100_000, users: 300 },
  { atMs: 150_000, users: 600 },
  { atMs: 170_000, users: 600 },
]

const hurried = (stages: Stage[], hurry: number): Stage[] =>
  stages.map(({ atMs, users }) => ({ atMs: atMs / hurry, users }))

async function runVisitors(bench: Bench): Promise<Finding> {
  const hurry = bench.scale.quick ? HURRY : 1
  await eventsOf(bench)
  const performanceId = await openHall(bench, THEATRE)
  await wakeHall(bench, performanceId, THEATRE - 1)
  const stages = hurried(LIST_STAGES, hurry)
  const most = Math.max(...stages.map(({ users }) => users))
  const turn = await runTurn(bench, {
    port: bench.api.port,
    steps: [
      query("catalog.events", {}),
      query("catalog.events", { sort: "hot", limit: 5 }),
      query("seating.availability", { performanceId }),
    ],
    visits: nobodies(most),
    pace: { by: "stages", stages, pauseMs: 100 },
  })
  return findingOf("list, top five, seats: 0 to 600 users", turn)
}

const findingOf = (name: string, turn: Turn): Finding => ({
  rows: [rowOf(name, [turn])],
  lines: [
    `${turn.calls} calls in ${turn.seconds.toFixed(0)} s, none of them failed; p50 ${told(turn.ok.p50)}, p99 ${told(turn.ok.p99)}, at most ${told(turn.ok.max)} ms.`,
  ],
})

export const visitors: Section = {
  name: "visitors",
  title: "Load test P: 600 visitors look around",
  how: "Virtual users grow from 0 to 50, 150, 300 and 600 within 170 s; each asks for the list, for the top five and for the seats of a performance, 0.1 s apart, without signing in.",
  run: runVisitors,
}

const PEOPLE = 1_000
const STEP = 100
const STEP_MS = 30_000
const LOOK_MS = 5_000
/** A waiting room that lets all of them in within the time of the test. */
const PER_MINUTE = 200

async function runLine(bench: Bench): Promise<Finding> {
  const hurry = bench.scale.quick ? HURRY * 2 : 1
  const { performanceId } = await mintPerformance(bench.stores, {
    capacity: 10_000,
    standing: true,
    room: { capacity: 100_000, perMinute: PER_MINUTE * hurry, admissionSeconds: 3_600 },
  })
  const turn = await runTurn(bench, {
    port: bench.api.port,
    steps: [enterLine(performanceId), query("waitingRoom.status", { performanceId })],
    visits: visitsOf(await takeSeen(bench, PEOPLE)),
    pace: {
      by: "waiting",
      perStep: STEP,
      stepMs: STEP_MS / hurry,
      lookMs: LOOK_MS / hurry,
      until: '"state":"admitted"',
      msMax: (2 * STEP_MS * (PEOPLE / STEP)) / hurry,
    },
  })
  const { rows = [] } = findingOf("enter and look: 1,000 users", turn)
  return {
    rows,
    lines: [
      `${turn.calls} calls in ${turn.seconds.toFixed(0)} s, none of them failed; ${turn.reached} of ${PEOPLE} were let in. Entering took p50 ${told(turn.steps[0]?.p50 ?? 0)}, p99 ${told(turn.steps[0]?.p99 ?? 0)} ms, looking p50 ${told(turn.steps[1]?.p50 ?? 0)}, p99 ${told(turn.steps[1]?.p99 ?? 0)} ms.`,
    ],
  }
}

export const waiting: Section = {
  name: "waiting",
  title: "Load test S: 1,000 people wait in line",
  how: `100 more come every 30 s, enter the line and look every 5 s until they are let in, ${PER_MINUTE} a minute.`,
  run: runLine,
}
