import { PLACE_STATES } from "@podo/contract/limits"
import { useEffect, useState } from "react"
import { Link } from "wouter"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { BestForm } from "./best-form.tsx"
import { ClaimProblem } from "./claim-problem.tsx"
import { secondsLeft } from "./countdown.ts"
import { otherDatesOf } from "./elsewhere.tsx"
import type { HallNow } from "./hall-now.ts"
import type { OnSale } from "./on-sale.ts"
import { TakenSeats } from "./taken-seats.tsx"
import { ToHold } from "./to-hold.tsx"
import type { Buyer } from "./use-buyer.ts"

type SelectionPanelProps = { sale: OnSale; hall: HallNow; buyer: Buyer }

/** The selection of a person before they hold anything. */
export function SelectionPanel({ sale, hall, buyer }: SelectionPanelProps) {
  const { choosing, claim, giveBack } = buyer
  const { words } = useLanguage()
  const say = useChoosingWords()
  const pausedSeconds = usePause(claim.pausedUntilMs)
  const isSeated = hall.plan.areas.some(({ kind }) => kind === "seated")
  const isReturning = giveBack.returning.places.length > 0
  const isFinding =
    isSeated && choosing.count === 0 && choosing.max > 0 && !isReturning && hasOpenPlaces(hall)
  return (
    <div className="flex flex-col gap-3 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-6 flat:px-4! lg:gap-4 lg:p-6">
      <h2 className="font-bold max-lg:sr-only lg:text-lg">
        {isFinding ? say.best.title : words.performance.yours}
      </h2>
      <EndingNotice buyer={buyer} />
      <TakenSeats hall={hall} buyer={buyer} />
      {pausedSeconds > 0 ? <Notice tone="warning">{say.pause.why}</Notice> : null}
      {hasOpenPlaces(hall) ? <ClaimProblem sale={sale} hall={hall} buyer={buyer} /> : null}
      <BookedNotice buyer={buyer} />
      {panelOf()}
    </div>
  )

  function panelOf() {
    if (!hasOpenPlaces(hall)) return <NothingOpen sale={sale} />
    if (!isFinding) return <ToHold hall={hall} buyer={buyer} pausedSeconds={pausedSeconds} />
    return <BestForm hall={hall} buyer={buyer} pausedSeconds={pausedSeconds} />
  }
}

/** How the last hold ended, if nobody gave it back here. */
function EndingNotice({ buyer: { choosing, booked, giveBack } }: { buyer: Buyer }) {
  const { words } = useLanguage()
  const say = useChoosingWords()
  const isReturning = giveBack.returning.places.length > 0
  // Booked on another device, it was not lost.
  const isBooked = choosing.count === 0 && booked.length > 0
  switch (giveBack.ending) {
    case "lost":
      return isBooked ? null : <Notice tone="warning">{say.lost}</Notice>
    case "lapsed":
      return (
        <Notice tone="warning">
          {words.performance.lapsed} {isReturning ? say.returning.why : null}
          {!isReturning && choosing.count > 0 ? say.returning.kept : null}
        </Notice>
      )
    case undefined:
      return null
  }
}

function BookedNotice({ buyer: { choosing, booked } }: { buyer: Buyer }) {
  const { words } = useLanguage()
  if (booked.length === 0 || choosing.choice.places.length > 0) return null
  return (
    <Notice tone="info">
      {choosing.max === 0
        ? words.performance.nothingLeft
        : words.performance.bookedHere(booked.length)}{" "}
      <Link href="/bookings" className="font-semibold text-grape-ink underline underline-offset-4">
        {words.performance.seeBookings}
      </Link>
    </Notice>
  )
}

/** Everything is sold or held. Not the end: places come back, and other dates may have some. */
function NothingOpen({ sale: { event, performance, elsewhere } }: { sale: OnSale }) {
  const { words } = useLanguage()
  const hasOthers = otherDatesOf(event, performance).length > 0
  return (
    <div className="flex flex-col gap-3">
      <output>
        <span className="block font-bold">{words.performance.nothingOpen}</span>
        <span className="block text-sm text-muted">{words.performance.nothingOpenHint}</span>
      </output>
      {elsewhere ?? (
        <ButtonLink size="large" href={hasOthers ? `/events/${event.eventId}` : "/"}>
          {hasOthers ? words.performance.otherDates : words.booked.more}
        </ButtonLink>
      )}
    </div>
  )
}

const hasOpenPlaces = ({ places }: HallNow) => places.includes(PLACE_STATES.open)

const TICK_MS = 250

/** Seconds until a moment of the steady clock; 0 where there is none, or it is past. */
function usePause(untilMs: number | undefined): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (untilMs === undefined) return undefined
    const tick = () => {
      const left = secondsLeft(untilMs, performance.now())
      setSeconds(left)
      if (left === 0) clearInterval(timer)
    }
    const timer = setInterval(tick, TICK_MS)
    tick()
    return () => clearInterval(timer)
  }, [untilMs])
  return seconds
}
