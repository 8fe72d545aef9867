import { mintPerformance } from "@podo/db/testing"
import { flag, wholeNumber } from "./arguments.ts"
import { openStage } from "./crowd-stage.ts"
import { measure, quantile } from "./measures.ts"
import { runOrExplain } from "./problem.ts"
import { checkRank, waitAsAPage } from "./ramp-people.ts"

const PEOPLE = 1_000
const PARTS = 3
const STEPS = 10
const STEP_MS = 30_000
const CHECK_MS = 5_000
const WAIT_MS = 240_000
/** For the time to be tried: everything goes by so many times as fast. */
const QUICK = 10

type Stage = Awaited<ReturnType<typeof openStage>>

// Two questions about 1,000 people in line. Whether it carries them when they come by the hundred and all look where
// they stand every five seconds; and how many requests a second they cost who wait as our page does, by live and without.
await runOrExplain(async () => {
  const hurry = flag("quick") ? QUICK : 1
  const perMinute = wholeNumber("per-minute", 60)
  const performance = {
    capacity: 10_000,
    standing: true,
    room: { capacity: 100_000, perMinute, admissionSeconds: 3_600 },
  }
  const stage = await openStage({
    users: PARTS * PEOPLE,
    workers: 1,
    lobbyMs: 1,
    performance: { ...performance, saleOpensInMs: 1 },
  })
  const some = (at: number) => stage.sessions.slice(at * PEOPLE, (at + 1) * PEOPLE)
  await rampUp({ ...stage, sessions: some(0) }, hurry)
  for (const [at, hears] of (["live", "poll"] as const).entries()) {
    // A line of their own: in the other one stand those who came before them.
    const { performanceId } = await mintPerformance(stage.stores, performance)
    const sessions = some(at + 1)
    await stayInLine({ ...stage, performanceId, sessions }, { hears, hurry, perMinute })
  }
  await stage.stop()
  process.exit(process.exitCode ?? 0)
})

function measuresOf() {
  return { enter: measure("enter"), status: measure("status") }
}

async function rampUp({ url, performanceId, sessions }: Stage, hurry: number) {
  const { enter, status } = measuresOf()
  const stepMs = STEP_MS / hurry
  const endsAt = Date.now() + (STEPS + 1) * stepMs
  const ramp = { url, performanceId, enter, status, endsAt }
  const perStep = PEOPLE / STEPS
  await Promise.all(
    sessions.map(async (session, at) => {
      await Bun.sleep(Math.floor(at / perStep) * stepMs)
      await checkRank(ramp, session, CHECK_MS / hurry)
    }),
  )
  const failures = enter.failures() + status.failures()
  const p95 = quantile([...enter.sorted(), ...status.sorted()].toSorted(ascending), 0.95)
  console.log(`${PEOPLE} people, ${perStep} more every ${stepMs / 1_000} s:`)
  console.log(`  ${enter.report()}`)
  console.log(`  ${status.report()}`)
  console.log(`  ${failures} failures, p95 of all ${p95.toFixed(1)} ms`)
  if (failures > 0) process.exitCode = 1
}

function ascending(one: number, other: number) {
  return one - other
}

type Staying = { hears: "live" | "poll"; hurry: number; perMinute: number }

async function stayInLine({ sessions, ...stage }: Stage, { hears, hurry, perMinute }: Staying) {
  const { url, performanceId } = stage
  const { enter, status } = measuresOf()
  const began = Date.now()
  const ramp = { url, performanceId, enter, status, endsAt: began + WAIT_MS / hurry }
  const before = await stage.measured()
  const waits = await Promise.all(
    sessions.map((session) => waitAsAPage(ramp, session, { hears, hurry })),
  )
  const after = await stage.measured()
  const sum = (of: (wait: (typeof waits)[number]) => number) =>
    waits.reduce((total, wait) => total + of(wait), 0)
  const personSeconds = sum(({ waitedMs }) => waitedMs) / 1_000
  const perSecond = (count: number) => ((count / personSeconds) * PEOPLE).toFixed(1)
  const cpu = (after.cpuSeconds - before.cpuSeconds) / ((Date.now() - began) / 1_000)
  console.log(`${PEOPLE} people who wait by ${hears} while ${perMinute} a minute are let in:`)
  console.log(
    `  ${perSecond(sum(({ asks }) => asks) / hurry)} requests and ${perSecond(sum(({ heard }) => heard))} messages a second for all of them; ${sum(({ isIn }) => Number(isIn))} were let in; the api took ${cpu.toFixed(2)} of a core`,
  )
  console.log(`  ${status.report()}`)
}
