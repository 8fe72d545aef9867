import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import type { Plan } from "@podo/contract/seating"
import { X } from "lucide-react"
import type { ReactNode } from "react"
import { Link } from "wouter"
import { useLanguage } from "../language/language.ts"
import { Button } from "../shell/button.tsx"
import { Notice } from "../shell/notice.tsx"
import { ClaimProblem } from "./claim-problem.tsx"
import { NothingOpen } from "./nothing-open.tsx"
import type { PlaceNames } from "./place-names.ts"
import type { Claim } from "./use-claim.ts"
import type { Choosing } from "./use-choice.ts"

type SelectionPanelProps = {
  event: EventDetail
  performance: PerformanceOnSale
  plan: Plan
  choosing: Choosing
  claim: Claim
  names: PlaceNames
  booked: readonly number[]
  elsewhere?: ReactNode
  hasLapsed: boolean
  hasOpenPlaces: boolean
}

export function SelectionPanel(props: SelectionPanelProps) {
  const { event, performance, elsewhere, hasOpenPlaces } = props
  const { words } = useLanguage()
  return (
    <div className="flex flex-col gap-3 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-6 lg:gap-4 lg:p-6">
      <h2 className="font-bold max-lg:sr-only lg:text-lg">{words.performance.yours}</h2>
      <PanelNotices {...props} />
      {hasOpenPlaces ? (
        <ToHold {...props} />
      ) : (
        <NothingOpen {...{ event, performance, elsewhere }} />
      )}
    </div>
  )
}

function ToHold(props: SelectionPanelProps) {
  const { choosing, claim } = props
  const { words } = useLanguage()
  return (
    <>
      <Chosen {...props} />
      <div
        className={`flex flex-wrap items-center gap-x-4 gap-y-3 lg:flex-col lg:items-stretch ${choosing.count > 0 ? "lg:border-t lg:border-line lg:pt-4" : ""}`}
      >
        {choosing.count === 0 ? <NothingChosen max={choosing.max} /> : <Total {...props} />}
        <Button
          size="large"
          className="grow"
          disabled={choosing.count === 0 || claim.isPending}
          onClick={() => claim.claim(choosing.choice)}
        >
          {claimWords()}
        </Button>
      </div>
    </>
  )

  function claimWords() {
    if (claim.isPending) return words.performance.holding
    return claim.isGuest ? words.performance.signInToHold : words.performance.hold
  }
}

function NothingChosen({ max }: { max: number }) {
  const { words } = useLanguage()
  return (
    <p className="min-w-32 grow-99 basis-0 text-sm text-muted lg:basis-auto">
      <span className="block text-ink lg:text-base">{words.performance.nothing}</span>
      {max === 0 ? null : words.performance.nothingHint(max)}
    </p>
  )
}

function Total({ plan, choosing, names }: SelectionPanelProps) {
  const { words, formats } = useLanguage()
  return (
    <p className="flex min-w-32 grow-99 basis-0 flex-col lg:basis-auto lg:flex-row lg:items-baseline lg:justify-between">
      <span className="text-sm text-muted">
        {words.performance.total} · {words.performance.places(formats.number(choosing.count))}
      </span>
      <strong className="text-lg lg:text-xl">
        {formats.money(totalOf(plan, choosing, names), plan.currency)}
      </strong>
    </p>
  )
}

function PanelNotices({ event, choosing, claim, names, ...rest }: SelectionPanelProps) {
  const { hasLapsed, booked, hasOpenPlaces } = rest
  const { words } = useLanguage()
  return (
    <>
      {hasLapsed ? (
        <Notice tone="warning">
          {words.performance.lapsed} {choosing.count > 0 ? words.performance.lapsedKept : null}
        </Notice>
      ) : null}
      {choosing.gone.size > 0 ? (
        <Notice tone="warning">{words.performance.gone(names.listOf(choosing.gone))}</Notice>
      ) : null}
      {hasOpenPlaces ? <ClaimProblem {...{ event, choosing, claim, names }} /> : null}
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

function Chosen({ plan, choosing, names }: SelectionPanelProps) {
  const { words, formats, named } = useLanguage()
  const { places, standing } = choosing.choice
  if (standing !== null) {
    const area = plan.areas.find((each) => each.area === standing.area)
    if (area === undefined) return null
    return (
      <p className="flex justify-between gap-4">
        <span>
          {named(area.name, area.englishName)}{" "}
          {words.performance.quantity(formats.number(standing.quantity))}
        </span>
        <span>{formats.money(area.price * standing.quantity, plan.currency)}</span>
      </p>
    )
  }
  if (places.length === 0) return null
  return <ChosenPlaces plan={plan} choosing={choosing} names={names} />
}

type ChosenPlacesProps = Pick<SelectionPanelProps, "plan" | "choosing" | "names">

/** A row of chips that one swipes through on a phone, where the map needs the room; else a list. */
function ChosenPlaces({ plan, choosing, names }: ChosenPlacesProps) {
  const { words, formats } = useLanguage()
  return (
    <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 [scrollbar-width:none] sm:-mx-6 sm:px-6 lg:mx-0 lg:max-h-96 lg:flex-col lg:gap-0 lg:px-0">
      {choosing.choice.places.map((place) => (
        <li
          key={place}
          className="flex min-h-11 shrink-0 items-center max-lg:rounded-xl max-lg:bg-wash max-lg:pl-3.5 max-lg:text-sm max-lg:font-semibold max-lg:text-grape-ink lg:gap-3"
        >
          <span className="flex-1">{names.nameOf(place)}</span>
          <span className="text-muted max-lg:sr-only">
            {formats.money(names.priceOf(place), plan.currency)}
          </span>
          <button
            type="button"
            aria-label={words.performance.remove(names.nameOf(place))}
            onClick={() => choosing.toggle(place)}
            className="grid size-11 place-items-center rounded-xl lg:-mr-2.5 lg:text-muted lg:hover:bg-sunken lg:hover:text-ink"
          >
            <X className="size-4.5" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}

function totalOf(plan: Plan, { choice }: Choosing, names: PlaceNames): number {
  const { places, standing } = choice
  if (standing === null) return places.reduce((sum, place) => sum + names.priceOf(place), 0)
  const area = plan.areas.find((each) => each.area === standing.area)
  return (area?.price ?? 0) * standing.quantity
}
