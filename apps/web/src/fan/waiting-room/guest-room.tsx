import type { LineFacts, Room } from "@podo/contract/waiting-room"
import { useQuery } from "@tanstack/react-query"
import { signInHref } from "../../app/session/way-back.ts"
import { DrawCheck } from "./draw/draw-check.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { useRoomWords } from "../../app/language/room-words.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { Failure } from "../../app/shell/failure.tsx"
import { CountdownTo } from "./countdown-to.tsx"
import { PlacesLeft } from "./places-left.tsx"
import { RoomSkeleton } from "./room-skeleton.tsx"
import { CardLabel, RoomCard, RoomGrid } from "./room-card.tsx"
import { Elsewhere } from "../choosing/elsewhere.tsx"
import type { OnSale } from "../choosing/on-sale.ts"
import { useShown } from "./waits.ts"
import { queryClient, trpc } from "../../app/api/trpc.ts"
import { factsIn } from "../../app/live/line-news.ts"
import { useLineNews, useWatchingLine } from "../../app/live/use-line-news.ts"

/** The room explained, before anybody is asked who they are. Signing in leads back here, and into the line. */
export function GuestRoom({ sale }: { sale: OnSale }) {
  const { event, performance, layout } = sale
  const say = useRoomWords()
  const { formats } = useLanguage()
  const { performanceId } = performance
  useShown(performanceId)
  const { data: room, error, refetch } = useRoom(performanceId)
  if (room === undefined) {
    return error === null ? (
      <RoomSkeleton />
    ) : (
      <Failure error={error} onRetry={() => void refetch()} />
    )
  }
  const { phase, waiting, hasDraw } = room
  const opens = { closed: room.lobbyOpensAt, lobby: room.saleOpensAt, open: "", "sold-out": "" }
  const opensAt = opens[phase]
  const label = phase === "closed" ? say.closed.label : say.lobby.label
  return (
    <RoomGrid
      layout={layout}
      main={
        <RoomCard label={say.guest.title}>
          {opensAt === "" ? null : (
            <>
              <CardLabel>{label}</CardLabel>
              <CountdownTo key={opensAt} instant={opensAt} label={label} />
            </>
          )}
          <h2 className="text-lg font-bold sm:text-xl">{titleOf()}</h2>
          <p className="max-w-md text-balance text-muted">{say.guest.lead}</p>
          {hasDraw && (phase === "closed" || phase === "lobby") ? (
            <p className="max-w-md text-balance text-muted">{say.guest.draw}</p>
          ) : null}
          <p className="min-h-6 font-semibold">
            {waiting > 0 ? say.guest.waiting(formats.number(waiting)) : null}
          </p>
          {phase === "sold-out" ? null : (
            <ButtonLink size="large" href={signInHref()} className="w-full sm:w-auto">
              {phase === "closed" ? say.guest.signInAhead : say.guest.signIn}
            </ButtonLink>
          )}
        </RoomCard>
      }
      beside={
        <>
          <PlacesLeft facts={room} performance={performance} />
          <DrawCheck performanceId={performanceId} of={room} />
        </>
      }
      below={phase === "sold-out" ? <Elsewhere sale={sale} /> : null}
    />
  )

  function titleOf() {
    if (phase === "sold-out") return say.over.title
    if (phase === "open" || phase === "lobby") return say.guest.title
    return say.closed.title(formats.dayAndClock(opensAt, event.timeZone))
  }
}

const ASKED_AGAIN_MS = 60_000
const SPREAD_MS = 30_000

/** A waiting room as anybody sees it: for who is not signed in. */
function useRoom(performanceId: string) {
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
