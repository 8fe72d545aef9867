import type { PerformanceId } from "@podo/contract/ids"
import { mintPerformance, type PerformanceWishes } from "@podo/db/testing"
import { Problem } from "../run/problem.ts"
import type { Bench } from "./bench.ts"

export type Seat = { performanceId: PerformanceId; place: number }

const PLACES_PER_AREA_MAX = 1_000
/** Long enough that no hold lapses while it is measured. */
const HOLD_SECONDS = 3_600

/** A hall that people can sit in: areas as large as a section of a stadium at most. */
export async function openHall(
  bench: Bench,
  capacity: number,
  wishes: PerformanceWishes = {},
): Promise<PerformanceId> {
  const areas = capacity % PLACES_PER_AREA_MAX === 0 ? capacity / PLACES_PER_AREA_MAX : 1
  const { performanceId } = await mintPerformance(bench.stores, {
    capacity,
    areas,
    holdSeconds: HOLD_SECONDS,
    ...wishes,
  })
  await bench.ways.tables.open(performanceId, capacity)
  return performanceId
}

/** Loads a performance, as its first visitor would: what that costs is not what a booking costs. */
export async function wakeHall(bench: Bench, performanceId: PerformanceId, place: number) {
  const [opener] = await bench.people.take(1)
  const answer = await fetch(`${bench.api.url}/trpc/seating.claim`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${opener?.token}` },
    body: JSON.stringify({ performanceId, places: [place] }),
  })
  if (!answer.ok) throw new Problem(`A hall could not be opened: ${await answer.text()}`)
}

/** Hands out places that nobody has had, in halls of this size: when one is sold the next one opens. */
export function openSeats(bench: Bench, capacity: number) {
  const performanceIds: PerformanceId[] = []
  let waiting: Seat[] = []
  return {
    performanceIds,
    take: async (count: number): Promise<Seat[]> => {
      while (waiting.length < count) {
        const performanceId = await openHall(bench, capacity)
        // The last place is its opener's.
        await wakeHall(bench, performanceId, capacity - 1)
        performanceIds.push(performanceId)
        const seats = Array.from({ length: capacity - 1 }, (_, place) => ({ performanceId, place }))
        waiting = [...waiting, ...seats]
      }
      const taken = waiting.slice(0, count)
      waiting = waiting.slice(count)
      return taken
    },
  }
}
