import type { PerformanceId } from "@podo/contract/ids"
import type { Redis } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import type { Api } from "./api-client.ts"
import { median } from "./measures.ts"
import { Problem } from "./problem.ts"

const ROUNDS = 20
/** As many as anybody may let go at once. */
const CLAIMS_PER_PERSON = 10

type Comparison = {
  halls: PerformanceId[]
  /** Places a claim. */
  seats: number
}

/**
 * Whether a claim costs more in a larger hall: the same people claim and give back places of their own,
 * hall after hall, in turn, so that a noisy machine is noisy for both. Nothing is booked.
 */
export async function compareHalls(redis: Redis, crowd: Api[], { halls, seats }: Comparison) {
  const open = await Promise.all(halls.map((performanceId) => openPlacesOf(crowd, performanceId)))
  const people = Math.min(crowd.length, ...open.map((places) => Math.floor(places.length / seats)))
  if (people < 1)
    throw new Problem("One of the halls has no open places: choose another performance.")
  const speeds = halls.map((): number[] => [])
  const scripts = halls.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, performanceId] of halls.entries()) {
      const share = { people: crowd.slice(0, people), places: open[at] ?? [], seats }
      // What they let go in the round before does not count in this one.
      await redis.del(keysOfPerformance(performanceId).letGo)
      const before = await scriptTimeOf(redis)
      speeds[at]?.push(await claimsPerSecond(performanceId, share))
      const after = await scriptTimeOf(redis)
      scripts[at]?.push((after.usec - before.usec) / (after.calls - before.calls))
    }
  }
  for (const [at, performanceId] of halls.entries()) {
    const speed = median(speeds[at] ?? []).toFixed(0)
    const usec = median(scripts[at] ?? []).toFixed(1)
    console.log(
      `${performanceId}  ${open[at]?.length} open places: ${speed} claims/s, ${usec} µs in Redis each`,
    )
  }
  const ratioOf = (series: number[][]) => median(series.at(-1) ?? []) / median(series[0] ?? [])
  console.log(
    `${people} people, ${seats} places a claim, medians of ${ROUNDS} rounds in turn; ` +
      `last hall to first: ${ratioOf(speeds).toFixed(2)} claims/s, ${ratioOf(scripts).toFixed(2)} time in Redis`,
  )
}

/** What Redis itself has spent on scripts so far; other scripts that run meanwhile count as well. */
async function scriptTimeOf(redis: Redis) {
  const stats = await redis.info("commandstats")
  const [, calls, usec] = /cmdstat_evalsha:calls=(\d+),usec=(\d+)/.exec(stats) ?? []
  return { calls: Number(calls ?? 0), usec: Number(usec ?? 0) }
}

async function openPlacesOf([api]: Api[], performanceId: PerformanceId): Promise<number[]> {
  const map = (await api?.seating.availability.query({ performanceId }))?.places ?? ""
  return map.split("").flatMap((state, place) => (state === "." ? [place] : []))
}

type Share = { people: Api[]; places: number[]; seats: number }

/** Each person has places all over the hall that nobody else wants. */
async function claimsPerSecond(performanceId: PerformanceId, { people, places, seats }: Share) {
  const stride = Math.floor(places.length / seats)
  const began = performance.now()
  await Promise.all(
    people.map(async (api, person) => {
      const own = Array.from({ length: seats }, (_, n) => places[n * stride + person] ?? 0)
      for (let claim = 0; claim < CLAIMS_PER_PERSON; claim++) {
        const { holdId } = await api.seating.claim.mutate({ performanceId, places: own })
        if (claim === CLAIMS_PER_PERSON - 1) {
          await api.seating.release.mutate({ performanceId, holdId })
        }
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  return (people.length * CLAIMS_PER_PERSON) / seconds
}
