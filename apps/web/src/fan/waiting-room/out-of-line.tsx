import { DrawCheck } from "./draw/draw-check.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { useRoomWords } from "../../app/language/room-words.ts"
import { Button, ButtonLink } from "../../app/shell/button.tsx"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { Elsewhere } from "../choosing/elsewhere.tsx"
import type { OnSale } from "../choosing/on-sale.ts"
import { isInLine } from "./ahead.ts"
import type { Line } from "./line.ts"
import { LineNotices } from "./line-notices.tsx"
import { PlacesLeft } from "./places-left.tsx"
import { RoomCard, RoomGrid } from "./room-card.tsx"
import type { useEntering } from "./use-entering.ts"

type OutOfLineProps = { sale: OnSale; line: Line; entering: ReturnType<typeof useEntering> }

/** Not in line, why not, and the way in where there is one. */
export function OutOfLine({ sale, line, entering }: OutOfLineProps) {
  const { performance, layout } = sale
  const { known } = line
  const say = useRoomWords()
  const { formats } = useLanguage()
  const sentence = useFailureSentence()
  const { title, hint } = useReason({ sale, line, entering })
  const isOver = known.state === "sold-out" || known.draining || known.state === "closed"
  const canPress = known.state === "absent" && (entering.hasToPress || entering.error !== null)
  return (
    <RoomGrid
      layout={layout}
      main={
        <>
          <LineNotices sale={sale} line={line} />
          <RoomCard label={title} tone={isOver ? "plain" : "calm"}>
            <div aria-live="polite" className="flex flex-col items-center gap-3">
              <h2 className="text-2xl font-extrabold text-balance">{title}</h2>
              <p className="max-w-md text-balance text-muted">{hint}</p>
            </div>
            {canPress && known.waiting > 0 ? (
              <p className="font-semibold tabular-nums">
                {say.guest.waiting(formats.number(known.waiting))}
              </p>
            ) : null}
            {entering.error === null ? null : (
              <Notice tone="error">{sentence(entering.error)}</Notice>
            )}
            <div className="mt-1 flex w-full flex-wrap justify-center gap-2 empty:hidden">
              {canPress ? (
                <Button size="large" isPending={entering.isPending} onClick={entering.enter}>
                  {known.ending === undefined ? say.absent.enter : say.absent.again}
                </Button>
              ) : null}
              {performance.mine || isOver ? <WayOut sale={sale} /> : null}
            </div>
          </RoomCard>
        </>
      }
      beside={
        <>
          {known.state === "sold-out" ? null : (
            <PlacesLeft facts={known} performance={performance} />
          )}
          {/* Who got nothing has the best of reasons to ask. */}
          <DrawCheck performanceId={performance.performanceId} of={known} />
        </>
      }
      below={isOver ? <Elsewhere sale={sale} /> : null}
    />
  )
}

/** To what they have booked here, or to what else is on. */
function WayOut({ sale: { event, performance } }: { sale: OnSale }) {
  const { words } = useLanguage()
  return (
    <ButtonLink
      size="large"
      look="outline"
      href={performance.mine ? `/bookings?event=${event.eventId}` : "/"}
    >
      {performance.mine ? words.performance.seeBookings : words.booked.more}
    </ButtonLink>
  )
}

function useReason({ sale: { performance }, line: { known }, entering }: OutOfLineProps) {
  const say = useRoomWords()
  if (known.state === "sold-out") return { title: say.over.title, hint: say.over.hint }
  // Called while away: they go in as soon as they are back.
  if (isInLine(known)) return { title: say.absent.called, hint: say.absent.calledHint }
  if (known.state === "closed" || known.draining) {
    return { title: say.closed.draining, hint: say.closed.drainingHint }
  }
  if (known.isLost) return { title: say.absent.lost, hint: say.absent.lostHint }
  if (entering.isPending || !entering.hasToPress) {
    return { title: say.absent.arriving, hint: say.absent.arrivingHint }
  }
  if (performance.mine) return { title: say.absent.booked, hint: say.absent.bookedHint }
  return known.ending === "over"
    ? { title: say.absent.over, hint: say.absent.overHint }
    : { title: say.absent.left, hint: say.absent.leftHint }
}
