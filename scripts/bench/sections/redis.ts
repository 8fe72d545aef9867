import { UserId } from "@podo/contract/ids"
import type { ClaimPlaces, Hold } from "@podo/contract/seating"
import { hallPlans } from "@podo/db/demo-halls"
import type { Stores } from "@podo/stores/stores"
import { claimPlaces } from "@podo/seating/claim-places"
import { releaseHold } from "@podo/seating/release-hold"
import { drawnHall, openHall } from "@podo/seating/testing-halls"
import { Problem } from "../../run/problem.ts"
import type { Bench } from "../bench.ts"
import { spreadOf } from "../numbers.ts"
import { costOfScripts, redisUsedUs } from "../redis-costs.ts"
import type { Finding, Section } from "../section.ts"
import { whenQuiet } from "../turns.ts"

const TOGETHER = 4
/** In one turn: few enough that the small hall never runs out of rows. */
const CLAIMS_PER_TURN = 60
const AT_ONCE = 8
const TURNS = 60
const TURNS_QUICK = 6
const WARM_UP_TURNS = 10
const HALLS = ["theatre", "stadium"]

/** Microseconds a claim: in its scripts, and in all of Redis, writing its log and talking included. */
type Cost = { scriptUs: number; redisUs: number; commands: number }

async function run(bench: Bench): Promise<Finding> {
  const { quick } = bench.scale
  await whenQuiet(bench)
  const halls = await Promise.all(HALLS.map((key) => openDrawn(bench.stores, key)))
  const finding: Required<Finding> = { rows: [], lines: [], shown: [], bars: [] }
  const costs = await bench.withoutWorker(async () => {
    const all = halls.map((hall) => ({ hall, named: [] as Cost[], best: [] as Cost[] }))
    const turns = quick ? TURNS_QUICK : TURNS
    for (let turn = -(quick ? 1 : WARM_UP_TURNS); turn < turns; turn++) {
      for (const { hall, named, best } of all) {
        const { performanceId } = hall
        const its = [
          await turnOf(bench.stores, hall, (places) => ({ performanceId, places })),
          await turnOf(bench.stores, hall, () => ({ performanceId, quantity: TOGETHER })),
        ] as const
        if (turn < 0) continue
        named.push(its[0])
        best.push(its[1])
      }
    }
    return all
  })
  for (const { hall, named, best } of costs) {
    const where = `${hall.capacity.toLocaleString("en")} places`
    const middle = (some: Cost[], of: keyof Cost) => spreadOf(some.map((cost) => cost[of])).median
    const us = { named: middle(named, "scriptUs"), best: middle(best, "scriptUs") }
    finding.lines.push(
      `${where}: four named ${us.named.toFixed(0)} µs in the script and ${middle(named, "redisUs").toFixed(0)} of Redis in all, ${middle(named, "commands").toFixed(0)} commands; the best four ${us.best.toFixed(0)} and ${middle(best, "redisUs").toFixed(0)}, ${middle(best, "commands").toFixed(0)} commands.`,
    )
    finding.shown.push(
      {
        says: `claim of four named places in Redis, ${where}`,
        value: us.named,
        bound: { atMost: 60 },
        unit: "µs",
      },
      {
        says: `the best four / four named in Redis, ${where}`,
        value: us.best / us.named,
        bound: { atMost: 2 },
      },
    )
  }
  return finding
}

/** A hall of the demo, empty, with fours that follow each other, spread over it: one for each claim of a turn. */
async function openDrawn(stores: Stores, key: string) {
  const plan = hallPlans.find((hall) => hall.key === key)
  if (!plan) throw new Problem(`The demo has no hall "${key}".`)
  const { performanceId } = await openHall(stores, drawnHall(plan))
  const { capacity } = plan
  const fours = Array.from({ length: CLAIMS_PER_TURN }, (_, claim) => {
    const first = Math.floor((claim * (capacity - TOGETHER)) / CLAIMS_PER_TURN)
    return Array.from({ length: TOGETHER }, (__, at) => first + at)
  })
  return { performanceId, capacity, fours }
}

type Drawn = Awaited<ReturnType<typeof openDrawn>>

/** Everybody is somebody new, and all is given back between turns, which is not counted. */
async function turnOf(
  stores: Stores,
  { fours }: Drawn,
  ask: (places: number[]) => ClaimPlaces,
): Promise<Cost> {
  const held: { userId: UserId; hold: Hold }[] = []
  const waiting = fours.values()
  const claims = async () => {
    for (const places of waiting) {
      const userId = UserId.parse(Bun.randomUUIDv7())
      held.push({ userId, hold: await claimPlaces(stores, userId, ask(places)) })
    }
  }
  const before = await redisUsedUs(stores.redis)
  const { scripts, us, commands } = await costOfScripts(stores.redis, () =>
    Promise.all(Array.from({ length: AT_ONCE }, claims)),
  )
  const redisUs = (await redisUsedUs(stores.redis)) - before
  if (scripts > fours.length)
    throw new Problem("Others run scripts meanwhile: what a claim costs is unknown.")
  await Promise.all(held.map(({ userId, hold }) => releaseHold(stores, userId, hold)))
  const each = (sum: number) => sum / fours.length
  return { scriptUs: each(us), redisUs: each(redisUs), commands: each(commands) }
}

export const redis: Section = {
  name: "redis",
  title: "What a claim costs Redis",
  how: "Four places together, named or the best, in the demo's theatre of 1,200 and its stadium of 50,000, in turns of 60 claims by people who come once; medians of the turns. The script is what Redis counts itself for all of it (commandstats, its slow log is off), and Redis in all is its CPU, which has reading, answering and its log besides.",
  run,
}
