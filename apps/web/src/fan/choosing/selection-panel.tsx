import { Link } from "wouter"
import { useLanguage } from "../../app/language/language.ts"
import { Notice } from "../../app/shell/notice.tsx"
import { BestForm } from "./best-form.tsx"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import { ClaimProblem } from "./claim-problem.tsx"
import { NothingOpen } from "./nothing-open.tsx"
import type { Selecting } from "./selecting.ts"
import { TakenSeats } from "./taken-seats.tsx"
import { ToHold } from "./to-hold.tsx"
import { usePause } from "./use-pause.ts"

export function SelectionPanel(props: Selecting) {
  const { event, performance, elsewhere, hasOpenPlaces, plan, choosing, claim, returning } = props
  const { words } = useLanguage()
  const say = useChoosingWords()
  const pausedSeconds = usePause(claim.pausedUntilMs)
  const isSeated = plan.areas.some(({ kind }) => kind === "seated")
  const isFinding =
    isSeated && choosing.count === 0 && choosing.max > 0 && returning.length === 0 && hasOpenPlaces
  return (
    <div className="flex flex-col gap-3 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-6 flat:px-4! lg:gap-4 lg:p-6">
      <h2 className="font-bold max-lg:sr-only lg:text-lg">
        {isFinding ? say.best.title : words.performance.yours}
      </h2>
      <PanelNotices {...props} isPaused={pausedSeconds > 0} />
      {panelOf()}
    </div>
  )

  function panelOf() {
    if (!hasOpenPlaces) return <NothingOpen {...{ event, performance, elsewhere }} />
    if (!isFinding) return <ToHold {...props} pausedSeconds={pausedSeconds} />
    return (
      <BestForm
        {...props}
        pausedSeconds={pausedSeconds}
        isSecond={choosing.gone.size > 0}
        hasWheelchairs={props.seats?.some(({ accessible }) => accessible) ?? false}
      />
    )
  }
}

function PanelNotices(props: Selecting & { isPaused: boolean }) {
  const { choosing, ending, returning, booked, hasOpenPlaces, isPaused } = props
  const { words } = useLanguage()
  const say = useChoosingWords()
  // Booked on another device, it was not lost.
  const isBooked = choosing.count === 0 && booked.length > 0
  return (
    <>
      {ending === "lost" && !isBooked ? <Notice tone="warning">{say.lost}</Notice> : null}
      {ending === "lapsed" ? (
        <Notice tone="warning">
          {words.performance.lapsed} {returning.length > 0 ? say.returning.why : null}
          {returning.length === 0 && choosing.count > 0 ? say.returning.kept : null}
        </Notice>
      ) : null}
      <TakenSeats {...props} onSwap={props.onGone} />
      {isPaused ? <Notice tone="warning">{say.pause.why}</Notice> : null}
      {hasOpenPlaces ? <ClaimProblem {...props} /> : null}
      {booked.length > 0 && choosing.choice.places.length === 0 ? (
        <Notice tone="info">
          {choosing.max === 0
            ? words.performance.nothingLeft
            : words.performance.bookedHere(booked.length)}{" "}
          <Link
            href="/bookings"
            className="font-semibold text-grape-ink underline underline-offset-4"
          >
            {words.performance.seeBookings}
          </Link>
        </Notice>
      ) : null}
    </>
  )
}
