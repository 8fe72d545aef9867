import type { MintedSession } from "@podo/accounts/mint-sessions"
import { verifyPerformance } from "@podo/booking/verify-performance"
import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import type { Person } from "./people.ts"
import { goThrough } from "./person.ts"
import { reportOf } from "./report.ts"
import { crowdMeasures, readAheadMs } from "./scene.ts"
import { watchRoom } from "./watch-room.ts"

export type Run = {
  stores: Stores
  url: string
  performanceId: PerformanceId
  /** When the sale opens, and when everybody goes home, in ms. */
  opensAt: number
  endsAt: number
  people: Person[]
  sessions: MintedSession[]
}

/** Sends the crowd, watches the room meanwhile, and lets the verifier have the last word. */
export async function sendCrowd({ stores, people, sessions, ...place }: Run) {
  const { redis } = stores
  const { performanceId, opensAt } = place
  const measures = crowdMeasures()
  const scene = { ...place, redis, measures, aheadMs: await readAheadMs(redis) }
  const stopWatching = watchRoom(redis, performanceId)
  const diaries = await Promise.all(
    sessions.flatMap((session, at) => {
      const person = people[at]
      return person ? [goThrough(person, session, scene)] : []
    }),
  )
  const watched = await stopWatching()
  const verification = await verifyPerformance(stores, performanceId)
  return {
    diaries,
    watched,
    ...reportOf({ diaries, watched, verification, measures, opensAt: opensAt + scene.aheadMs }),
  }
}
