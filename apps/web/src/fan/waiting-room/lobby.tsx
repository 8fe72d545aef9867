import { isAhead } from "../../app/language/formats.ts"
import { DrawCheck } from "./draw/draw-check.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { useRoomWords } from "../../app/language/room-words.ts"
import { Elsewhere, otherDatesOf } from "../choosing/elsewhere.tsx"
import { useHallSeats, usePlan } from "../../map/plan-query.ts"
import { CountdownTo } from "./countdown-to.tsx"
import type { OnSale } from "../choosing/on-sale.ts"
import type { Line } from "./line.ts"
import { LeaveLine } from "./leave-line.tsx"
import { LineNotices } from "./line-notices.tsx"
import { PlacesLeft } from "./places-left.tsx"
import { CardLabel, RoomCard, RoomGrid } from "./room-card.tsx"
import { TellMe } from "./tell-me.tsx"

type LobbyProps = { sale: OnSale; line: Line }

/** Before the lobby, and in it: a clock, and the certainty that there is nothing to be quick about. */
export function Lobby({ sale, line }: LobbyProps) {
  const { event, performance, layout } = sale
  const { known } = line
  // Fetched while there is time: whoever is let in has the map at once.
  usePlan(performance.performanceId)
  useHallSeats(performance.performanceId)
  const isIn = known.state === "lobby"
  return (
    <RoomGrid
      layout={layout}
      main={
        <>
          <LineNotices sale={sale} line={line} />
          {isIn ? <InLobby sale={sale} line={line} /> : <Closed sale={sale} line={line} />}
          {isIn ? <TellMe /> : null}
        </>
      }
      beside={
        <>
          <PlacesLeft
            facts={known}
            performance={performance}
            ahead={known.ahead}
            isWaiting={isIn && known.waiting > 1}
            hasOthers={otherDatesOf(event, performance).length > 0}
          />
          <DrawCheck performanceId={performance.performanceId} of={known} />
        </>
      }
      below={
        <>
          {isIn ? <LeaveLine performanceId={performance.performanceId} known={known} /> : null}
          {layout === "day" ? null : <Elsewhere sale={sale} />}
        </>
      }
    />
  )
}

function Closed({ sale: { event }, line: { known } }: LobbyProps) {
  const say = useRoomWords()
  const { formats } = useLanguage()
  const { lobbyOpensAt, saleOpensAt } = known
  const when = formats.dayAndClock(lobbyOpensAt, event.timeZone)
  const isOpening = !isAhead(lobbyOpensAt)
  return (
    <RoomCard label={say.closed.label}>
      <CardLabel>{isOpening ? say.closed.entering : say.closed.label}</CardLabel>
      <CountdownTo key={lobbyOpensAt} instant={lobbyOpensAt} label={say.closed.label} />
      <h2 className="mt-2 text-lg font-bold">{say.closed.title(when)}</h2>
      <p className="max-w-md text-balance text-muted">{say.closed.stay}</p>
      <p className="text-sm text-muted">
        {say.closed.saleOpens(formats.dayAndClock(saleOpensAt, event.timeZone))}
      </p>
    </RoomCard>
  )
}

function InLobby({ sale: { event }, line: { known } }: LobbyProps) {
  const say = useRoomWords()
  const { formats } = useLanguage()
  const { hasDraw, saleOpensAt, waiting, position, phase } = known
  const when = formats.clock(saleOpensAt, event.timeZone)
  if (phase === "open") {
    return (
      <RoomCard label={say.lobby.opening}>
        <CardLabel>{say.lobby.opening}</CardLabel>
        <h2 className="animate-shimmer text-2xl font-extrabold sm:text-3xl">
          <output>{say.lobby.drawing}</output>
        </h2>
        <p className="max-w-md text-balance text-muted">{say.lobby.drawingHint}</p>
      </RoomCard>
    )
  }
  return (
    <RoomCard label={say.lobby.title}>
      <CardLabel>{say.lobby.label}</CardLabel>
      <CountdownTo key={saleOpensAt} instant={saleOpensAt} label={say.lobby.label} />
      <h2 className="mt-2 text-lg font-bold">{say.lobby.title}</h2>
      <p className="max-w-md text-balance">
        {hasDraw ? say.lobby.draw(when) : say.lobby.order(when)}
      </p>
      {position === undefined ? null : (
        <p className="font-semibold">
          {say.line.label}{" "}
          <strong className="text-xl tabular-nums">
            {formats.number(position)}
            {say.line.ordinal()}
          </strong>
        </p>
      )}
      <p className="text-sm text-muted tabular-nums">{say.lobby.here(formats.number(waiting))}</p>
    </RoomCard>
  )
}
