import { useState } from "react"
import { DrawCheck } from "./draw/draw-check.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { useRoomWords } from "../../app/language/room-words.ts"
import { Elsewhere, otherDatesOf } from "../choosing/elsewhere.tsx"
import type { KnownStanding } from "./ahead.ts"
import { isSmall } from "./chance.ts"
import { startOf } from "./kept-story.ts"
import { LeaveLine } from "./leave-line.tsx"
import { LineNotices } from "./line-notices.tsx"
import { chanceBefore, PlacesLeft } from "./places-left.tsx"
import { CardLabel, RoomCard, RoomGrid } from "./room-card.tsx"
import { TellMe } from "./tell-me.tsx"
import { useSpoken } from "./use-spoken.ts"
import { WaitTime } from "./wait-time.tsx"
import type { OnSale } from "../choosing/on-sale.ts"
import type { Line } from "./line.ts"

/** In the open line: a number that only ever gets better, and nothing to do. */
export function InLine({ sale, line }: { sale: OnSale; line: Line }) {
  const { event, performance, layout } = sale
  const { known } = line
  const say = useRoomWords()
  const hasOthers = otherDatesOf(event, performance).length > 0
  const isUnlikely = isSmall(chanceBefore(known, performance, known.ahead))
  return (
    <RoomGrid
      layout={layout}
      main={
        <>
          <LineNotices sale={sale} line={line} />
          <RoomCard label={say.line.label}>
            <Position known={known} performanceId={performance.performanceId} />
            <WaitTime known={known} />
          </RoomCard>
          <TellMe />
        </>
      }
      beside={
        <>
          <PlacesLeft
            facts={known}
            performance={performance}
            ahead={known.ahead}
            isWaiting
            hasOthers={hasOthers}
          />
          <DrawCheck performanceId={performance.performanceId} of={known} />
        </>
      }
      below={
        <>
          <p className="text-center text-sm text-balance text-muted">{say.line.stay}</p>
          <LeaveLine performanceId={performance.performanceId} known={known} />
          {isUnlikely && layout === "page" ? <Elsewhere sale={sale} /> : null}
        </>
      }
    />
  )
}

type PositionProps = { known: KnownStanding; performanceId: string }

function Position({ known, performanceId }: PositionProps) {
  const say = useRoomWords()
  const { formats } = useLanguage()
  const { position = 1, ahead = 0, waiting, lineId } = known
  const [begun] = useState(() => startOf(performanceId, lineId, ahead))
  const start = Math.max(begun, ahead)
  const behind = Math.max(0, waiting - position)
  const spoken = useSpoken(
    say.line.spoken(formats.number(position), formats.number(ahead)),
    `${lineId} ${ahead < 10 ? "near" : "far"}`,
  )
  const digits = formats.number(position)
  return (
    <>
      <CardLabel>{say.line.label}</CardLabel>
      <p className="leading-none font-extrabold tracking-tight whitespace-nowrap tabular-nums">
        <span className={sizeFor(digits)}>{digits}</span>
        <span className="text-xl">{say.line.ordinal()}</span>
      </p>
      <p className="text-muted tabular-nums">
        {ahead === 0 ? (
          <strong className="text-grape-ink">{say.line.next}</strong>
        ) : (
          say.line.ahead(formats.number(ahead))
        )}
        {behind > 0 ? ` · ${say.line.behind(formats.number(behind))}` : null}
      </p>
      <Progress share={start === 0 ? 1 : 1 - ahead / start} />
      <p aria-live="polite" className="sr-only">
        {spoken}
      </p>
    </>
  )
}

/** Seven digits fit into the smallest phone, and a few can be read at arm's length. */
function sizeFor({ length }: string): string {
  if (length <= 5) return "text-[4.5rem] sm:text-[5.5rem]"
  return length <= 7 ? "text-5xl sm:text-[4.5rem]" : "text-4xl sm:text-[4.5rem]"
}

/** The part of the way that is done. Its share is said in numbers beside it. */
function Progress({ share }: { share: number }) {
  return (
    <div
      aria-hidden="true"
      className="h-2 w-full max-w-sm overflow-hidden rounded-full bg-wash-line"
    >
      <div
        className="h-full min-w-2 rounded-full bg-grape-ink transition-[width] duration-700"
        style={{ width: `${Math.round(share * 1000) / 10}%` }}
      />
    </div>
  )
}
