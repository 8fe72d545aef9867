import type { News } from "@podo/contract/live"
import type { Hold } from "@podo/contract/seating"
import { queryOptions, useQuery } from "@tanstack/react-query"
import { api, queryClient } from "../../app/api/trpc.ts"
import { actionsDone } from "../../app/live/actions-done.ts"
import { paced } from "../../app/live/paced.ts"
import { readAgainMs } from "../../app/live/read-again.ts"
import { useNews } from "../../app/live/use-live.ts"

/** A hold, and when it lapses on this page's own steady clock: the device's may be wrong. */
export type LiveHold = Hold & { lapsesAtMs: number }

/** Soon enough to hear of a loss; each person is answered alone, so not all at the same moment. */
const LOSS_SPREAD_MS = 3_000
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

  function hear(news: News) {
    if (news.news === "hold-changed") askWhetherHeld(performanceId)
    const read = { ageMs: ageMsOf(performanceId), spreadMs: LOSS_SPREAD_MS }
    const waitMs = readAgainMs(news, read)
    if (waitMs !== undefined) setTimeout(() => askWhetherHeld(performanceId), waitMs)
  }
}

export function keepHold(performanceId: string, hold: Hold | null) {
  queryClient.setQueryData(holdOptions(performanceId).queryKey, received(hold))
}

/** The hold as the server has it right now. */
export function readHoldAnew(performanceId: string): Promise<LiveHold | null> {
  return queryClient.fetchQuery({ ...holdOptions(performanceId), staleTime: 0 })
}

/** Asks whether a hold is over. One that has more time than was known, or another, is kept. */
export async function isOver({ performanceId }: LiveHold): Promise<boolean> {
  const now = await api.seating.hold.query({ performanceId })
  if (now !== null) keepHold(performanceId, now)
  return now === null
}

/** One for each performance, so that many who ask are told by one answer that was asked for after all of them. */
const askers = new Map<string, () => void>()

function askWhetherHeld(performanceId: string) {
  const known = askers.get(performanceId)
  const ask = known ?? paced(() => readAfterActions(performanceId), 0)
  askers.set(performanceId, ask)
  ask()
}

/** The page's own actions are waited for: their answers tell more. */
async function readAfterActions(performanceId: string) {
  await actionsDone()
  const now = await api.seating.hold.query({ performanceId })
  const known = queryClient.getQueryData(holdOptions(performanceId).queryKey)
  if (now === null && known && known.lapsesAtMs - performance.now() < ENDING_MS) return
  keepHold(performanceId, now)
}

function ageMsOf(performanceId: string): number | undefined {
  const state = queryClient.getQueryState(holdOptions(performanceId).queryKey)
  return state?.data === undefined ? undefined : Date.now() - state.dataUpdatedAt
}

function received(hold: Hold | null): LiveHold | null {
  return hold && { ...hold, lapsesAtMs: performance.now() + hold.remainingMs }
}
