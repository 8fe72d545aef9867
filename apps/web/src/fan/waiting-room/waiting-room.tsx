import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { useEffect, type RefObject, useRef } from "react"
import { useMeQuery } from "../../app/session/session.ts"
import { Failure } from "../../app/shell/failure.tsx"
import { GuestRoom } from "./guest-room.tsx"
import type { InRoom } from "./line.ts"
import { RoomSkeleton } from "./room-skeleton.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { AdmissionBar } from "./admission-bar.tsx"
import { Lobby } from "./lobby.tsx"
import { InLine } from "./in-line.tsx"
import { OutOfLine } from "./out-of-line.tsx"
import { useEntering } from "./use-entering.ts"
import { useStanding } from "./use-standing.ts"
import { useTurnSignals } from "./use-turn-signals.ts"
import { useShown, forgetWait, keepWait } from "./waits.ts"
import { localDay } from "../../app/calendar/local-day.ts"
import { hasCalendar, isStandingOnly } from "../event/event-days.ts"
import { performanceHref } from "../../app/shell/performance-href.ts"
import { isInLine, type KnownStanding } from "./ahead.ts"
import { MAIN_ID } from "../../app/shell/route-arrival.tsx"

/** Before the box office of a performance that many want: one line, the same for everybody. */
export function WaitingRoom(props: InRoom) {
  const me = useMeQuery()
  if (me.data === undefined) {
    if (me.error === null) return <RoomSkeleton />
    return <Failure error={me.error} onRetry={() => void me.refetch()} />
  }
  return me.data === null ? <GuestRoom sale={props.sale} /> : <OwnRoom {...props} />
}

/** Waiting, being let in, and being inside: one page that goes on by itself. */
function OwnRoom({ sale, isHolding, inside }: InRoom) {
  const { event, performance } = sale
  const { performanceId } = performance
  const { named } = useLanguage()
  const { data: known, error, refetch } = useStanding(performanceId)
  const entering = useEntering({ performanceId, known, hasBooked: performance.mine })
  useShown(performanceId)
  useKeptWait(event, performance, known)
  useTurnSignals({ performanceId, known, title: named(event.title, event.englishTitle) })

  const isInside = isHolding || known?.state === "admitted"
  const place = useFocusKept(isInside ? "inside" : known?.state)
  return (
    <div ref={place} tabIndex={-1} className="scroll-mt-32 outline-none">
      {part()}
    </div>
  )

  function part() {
    if (known === undefined) {
      if (isHolding) return inside
      if (error === null) return <RoomSkeleton />
      return <Failure error={error} onRetry={() => void refetch()} />
    }
    if (isInside) {
      return (
        <div className="flex flex-col gap-6">
          <AdmissionBar performanceId={performanceId} known={known} isHolding={isHolding} />
          {inside}
        </div>
      )
    }
    const line = { known, hasError: error !== null }
    if (known.state === "waiting") return <InLine sale={sale} line={line} />
    const isBefore = known.state === "closed" && known.phase === "closed" && !known.draining
    if (known.state === "lobby" || isBefore) return <Lobby sale={sale} line={line} />
    return <OutOfLine sale={sale} line={line} entering={entering} />
  }
}

/** While one is in line here, or inside, other pages of the tab say so. */
function useKeptWait(
  event: EventDetail,
  performance: PerformanceOnSale,
  known: KnownStanding | undefined,
) {
  const { performanceId } = performance
  const isWaiting = known && (isInLine(known) || known.isLost || known.state === "admitted")
  useEffect(() => {
    if (isWaiting === undefined) return
    if (!isWaiting) return forgetWait(performanceId)
    keepWait({
      performanceId,
      eventId: event.eventId,
      href: hrefOf(event, performance),
      title: event.title,
      englishTitle: event.englishTitle,
    })
  }, [isWaiting, event, performance, performanceId])
}

/** A festival's day is sold beside its calendar, anything else on a page of its own. */
function hrefOf(event: EventDetail, performance: PerformanceOnSale): string {
  if (!hasCalendar(event) || !isStandingOnly(performance)) {
    return performanceHref(event.eventId, performance.performanceId)
  }
  return `/events/${event.eventId}?day=${localDay(performance.startsAt, event.timeZone)}`
}

/** A dialog that closes with the part it was in gives the focus to whatever comes first on the page. */
const AFTER_DIALOG_MS = 50

/** Where one part of a page gives way to another by itself, whatever had the focus is gone: what came takes it, and is seen. */
function useFocusKept(part: string | undefined): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(part)
  useEffect(() => {
    const from = before.current
    before.current = part
    if (from === undefined || from === part) return undefined
    const timer = setTimeout(() => {
      const isInMain = document.getElementById(MAIN_ID)?.contains(document.activeElement)
      if (isInMain !== true) place.current?.focus({ preventScroll: true })
      // A reader who has scrolled down to press, or to read, would not see what it has become.
      const isAbove = (place.current?.getBoundingClientRect().top ?? 0) < 0
      if (isAbove) place.current?.scrollIntoView()
    }, AFTER_DIALOG_MS)
    return () => clearTimeout(timer)
  }, [part])
  return place
}
