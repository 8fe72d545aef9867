import { DrawCheck } from "./draw/draw-check.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { useRoomWords } from "../../app/language/room-words.ts"
import { Button, ButtonLink } from "../../app/shell/button.tsx"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import type { Standing } from "./in-room.ts"
import { LineNotices } from "./line-notices.tsx"
import { PlacesLeft } from "./places-left.tsx"
import { RoomCard, RoomGrid } from "./room-card.tsx"
import type { useEntering } from "./use-entering.ts"

type OutOfLineProps = Standing & {
  entering: ReturnType<typeof useEntering>
  /** Called while away: they go in as soon as they are back. */
  isReturning: boolean
}

/** Not in line, why not, and the way in where there is one. */
export function OutOfLine(props: OutOfLineProps) {
  const { event, performance, known, layout, entering, elsewhere } = props
  const say = useRoomWords()
  const { formats, words } = useLanguage()
  const sentence = useFailureSentence()
  const { title, hint } = useReason(props)
  const isOver = known.state === "sold-out" || known.draining || known.state === "closed"
  const canPress = known.state === "absent" && (entering.hasToPress || entering.error !== null)
  return (
    <RoomGrid
      layout={layout}
      main={
        <>
          <LineNotices {...props} />
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
              {performance.mine ? (
                <ButtonLink size="large" look="outline" href={`/bookings?event=${event.eventId}`}>
                  {words.performance.seeBookings}
                </ButtonLink>
              ) : null}
              {isOver && !performance.mine ? (
                <ButtonLink size="large" look="outline" href="/">
                  {words.booked.more}
                </ButtonLink>
              ) : null}
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
      below={isOver ? elsewhere : null}
    />
  )
}

function useReason({ known, performance, entering, isReturning }: OutOfLineProps) {
  const say = useRoomWords()
  if (known.state === "sold-out") return { title: say.over.title, hint: say.over.hint }
  if (isReturning) return { title: say.absent.called, hint: say.absent.calledHint }
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
