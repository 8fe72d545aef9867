import { hallPlans } from "@podo/db/demo-halls"
import { migrateToLatest } from "@podo/db/migrate"
import { openStores, type Stores } from "@podo/db/stores"
import { randomOf } from "@podo/db/racing"
import { UserId } from "@podo/contract/ids"
import type { ClaimPlaces, Hold } from "@podo/contract/seating"
import { claimPlaces } from "@podo/seating/claim-places"
import { releaseHold } from "@podo/seating/release-hold"
import { drawnHall, openHall } from "@podo/seating/testing-halls"
import { wholeNumber } from "./arguments.ts"
import { median, quantile } from "./measures.ts"
import { Problem, runOrExplain } from "./problem.ts"
import { redisUsedUs } from "./redis-costs.ts"
import { prepareFound } from "./stores.ts"
import { startThrowAway } from "./stores-throwaway.ts"

const TOGETHER = 4
/** In one turn: few enough that the small hall never runs out of rows. */
const CLAIMS_PER_TURN = 60
const WARM_UP_TURNS = 40
const SEED = 7

// What it costs to ask for the best four together, beside four that are named, in turns within one run: of a hall of
// 1,200 and of 50,000 places, empty and half sold. Everybody is somebody new, and all is given back between turns,
// which is not counted. The ratio is what counts; the numbers depend on the machine, which Redis and the claims'
// own process share.
await runOrExplain(async () => {
  const [turns, connections] = [wholeNumber("turns", 200), wholeNumber("connections", 50)]
  const { stop, ...urls } = await startThrowAway(undefined, prepareFound)
  const stores = await openStores(urls, console.error)
  await migrateToLatest(stores.db)
  const costs: number[] = []
  for (const key of ["theatre", "stadium"]) {
    for (const soldShare of [0, 0.5]) {
      const bench = await benchOf(stores, key, soldShare)
      await measured(bench, { turns: WARM_UP_TURNS, connections })
      const { named, best } = await measured(bench, { turns, connections })
      costs.push(median(best.map(({ redisUs }) => redisUs)))
      console.log(
        [
          `${bench.places} places, ${soldShare * 100} % sold (loaded within ${bench.loadMs.toFixed(0)} ms):`,
          `named ${told(named)}, best ${told(best)}, ratio ${ratioOf(named, best).toFixed(3)}`,
        ].join(" "),
      )
    }
  }
  const [small = 0, smallSold = 0, large = 0, largeSold = 0] = costs
  console.log(
    `the best four of 50,000 take ${(large / small).toFixed(2)} of the CPU of the best four of 1,200, half sold ${(largeSold / smallSold).toFixed(2)}`,
  )
  await stop()
  process.exit(0)
})

type Turn = { perSecond: number; redisUs: number }

function ratioOf(named: Turn[], best: Turn[]) {
  return median(
    best.map(({ perSecond }, turn) => perSecond / (named[turn]?.perSecond ?? perSecond)),
  )
}

function told(turns: Turn[]) {
  const perSecond = median(turns.map((turn) => turn.perSecond))
  const slow = quantile(
    turns.map((turn) => turn.perSecond).toSorted((one, other) => one - other),
    0.05,
  )
  const redisUs = median(turns.map((turn) => turn.redisUs))
  return `${perSecond.toFixed(0)}/s (slow turns ${slow.toFixed(0)}/s, ${redisUs.toFixed(0)} us of Redis' CPU each)`
}

async function benchOf(stores: Stores, key: string, soldShare: number) {
  const hall = hallPlans.find((plan) => plan.key === key)
  if (!hall) throw new Problem(`The demo has no hall "${key}".`)
  const random = randomOf(SEED)
  const places = Array.from({ length: hall.capacity }, (_, place) => place)
  const taken = new Set<number>()
  while (taken.size < soldShare * places.length) {
    const first = Math.floor(random() * places.length)
    const size = 1 + Math.floor(random() * TOGETHER)
    for (const place of places.slice(first, first + size)) taken.add(place)
  }
  const began = performance.now()
  const { performanceId } = await openHall(stores, { ...drawnHall(hall), taken: [...taken] })
  const loadMs = performance.now() - began
  const open = places.filter((place) => !taken.has(place))
  // Fours that follow each other, spread over the hall, each for one claim of a turn.
  const fours = Array.from({ length: CLAIMS_PER_TURN }, (_, claim) => {
    const at = Math.floor((claim * (open.length - TOGETHER)) / CLAIMS_PER_TURN)
    return open.slice(at, at + TOGETHER)
  })
  return { stores, performanceId, fours, places: hall.capacity, loadMs }
}

type Bench = Awaited<ReturnType<typeof benchOf>>
type Load = { turns: number; connections: number }

async function measured(bench: Bench, { turns, connections }: Load) {
  const { performanceId } = bench
  const named: Turn[] = []
  const best: Turn[] = []
  for (let turn = 0; turn < turns; turn++) {
    named.push(await turnOf(bench, connections, (places) => ({ performanceId, places })))
    best.push(await turnOf(bench, connections, () => ({ performanceId, quantity: TOGETHER })))
  }
  return { named, best }
}

type Ask = (places: number[]) => ClaimPlaces

async function turnOf({ stores, fours }: Bench, connections: number, ask: Ask): Promise<Turn> {
  const held: { user: UserId; hold: Hold }[] = []
  const waiting = fours.values()
  const before = await redisUsedUs(stores.redis)
  const began = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const places of waiting) {
        const user = UserId.parse(Bun.randomUUIDv7())
        held.push({ user, hold: await claimPlaces(stores, user, ask(places)) })
      }
    }),
  )
  const tookSeconds = (performance.now() - began) / 1_000
  const redisUs = ((await redisUsedUs(stores.redis)) - before) / fours.length
  await Promise.all(held.map(({ user, hold }) => releaseHold(stores, user, hold)))
  return { perSecond: fours.length / tookSeconds, redisUs }
}
