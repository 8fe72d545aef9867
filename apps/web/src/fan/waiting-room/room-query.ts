import { useQuery } from "@tanstack/react-query"
import type { LineFacts, Room } from "@podo/contract/waiting-room"
import { queryClient, trpc } from "../../app/api/trpc.ts"
import { factsIn } from "../../app/live/line-news.ts"
import { useLineNews, useWatchingLine } from "../../app/live/use-line-news.ts"

const ASKED_AGAIN_MS = 60_000
const SPREAD_MS = 30_000

/** A waiting room as anybody sees it: for who is not signed in. */
export function useRoom(performanceId: string) {
  const isHeard = useWatchingLine(performanceId)
  useLineNews(performanceId, (news) => {
    if (news.news === "line-moved") hearFacts(performanceId, factsIn(news))
  })
  return useQuery(
    trpc.waitingRoom.room.queryOptions(
      { performanceId },
      {
        staleTime: ASKED_AGAIN_MS,
        refetchInterval: () => (isHeard ? false : ASKED_AGAIN_MS + Math.random() * SPREAD_MS),
      },
    ),
  )
}

function hearFacts(performanceId: string, facts: LineFacts) {
  queryClient.setQueryData<Room>(trpc.waitingRoom.room.queryKey({ performanceId }), (room) =>
    room === undefined ? undefined : { ...room, ...facts },
  )
}
