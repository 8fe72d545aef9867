import type { News } from "@podo/contract/live"
import type { Hold } from "@podo/contract/seating"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { api, queryClient } from "../api/trpc.ts"
import { deedsDone } from "../live/deeds-done.ts"
import { useNews } from "../live/use-live.ts"

/** A hold, and when it lapses on this page's own steady clock: the device's may be wrong. */
export type LiveHold = Hold & { lapsesAtMs: number }

/** Whoever is here hears of a loss within the second, not all in the same moment. */
const LOSS_SPREAD_MS = 1_000
/** What was read so long before the news began is read again. */
const OLD_MS = 5_000
/** So close to its end a hold that is gone has lapsed: useLapse says so. */
const ENDING_MS = 3_000

function holdOptions(performanceId: string) {
  return queryOptions({
    queryKey: ["hold", performanceId],
    queryFn: async ({ signal }) =>
      received(await api.seating.hold.query({ performanceId }, { signal })),
    // Between answers and news the page's own countdown knows best.
    staleTime: Infinity,
  })
}

/** The hold of this person, on whichever of their devices it is taken, prolonged or given back. */
export function useHold(performanceId: string, isSignedIn: boolean) {
  useNews((news) => {
    if (isSignedIn && "performanceId" in news && news.performanceId === performanceId) hear(news)
  })
  return useQuery({ ...holdOptions(performanceId), enabled: isSignedIn })

  function hear({ news }: News) {
    if (news === "hold-changed") void follow(performanceId)
    if (news === "places-unknown") {
      setTimeout(() => void follow(performanceId), Math.random() * LOSS_SPREAD_MS)
    }
    if (news === "watching" && isOld(performanceId)) void follow(performanceId)
  }
}

export function keepHold(performanceId: string, hold: Hold | null) {
  queryClient.setQueryData(holdOptions(performanceId).queryKey, received(hold))
}

/** Asks whether a hold is over. One that has more time than was known, or another, is kept. */
export async function isOver({ performanceId }: LiveHold): Promise<boolean> {
  const now = await api.seating.hold.query({ performanceId })
  if (now !== null) keepHold(performanceId, now)
  return now === null
}

let following: Promise<void> | undefined

/** Reads it again, for all who ask while it is read. What this page does itself is waited for. */
function follow(performanceId: string): Promise<void> {
  following ??= readAnew(performanceId)
    .catch(() => undefined)
    .finally(() => {
      following = undefined
    })
  return following
}

async function readAnew(performanceId: string) {
  await deedsDone()
  const now = await api.seating.hold.query({ performanceId })
  const known = queryClient.getQueryData(holdOptions(performanceId).queryKey)
  if (now === null && known && known.lapsesAtMs - performance.now() < ENDING_MS) return
  keepHold(performanceId, now)
}

function isOld(performanceId: string): boolean {
  const state = queryClient.getQueryState(holdOptions(performanceId).queryKey)
  return Date.now() - (state?.dataUpdatedAt ?? Date.now()) > OLD_MS
}

function received(hold: Hold | null): LiveHold | null {
  return hold && { ...hold, lapsesAtMs: performance.now() + hold.remainingMs }
}
