import type { Plan } from "@podo/contract/seating"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import type { Choice } from "./choice.ts"
import { Chosen } from "./chosen.tsx"
import { clockOf, digitsOf } from "./countdown.ts"
import type { HallNow } from "./hall-now.ts"
import { areaOfPlace } from "../../map/plan-query.ts"
import type { Buyer } from "./use-buyer.ts"

type ToHoldProps = {
  hall: HallNow
  buyer: Buyer
  /** Until they may hold again; 0 when they may. */
  pausedSeconds: number
}

/** The chosen places, what they cost, and the button that holds them. */
export function ToHold({ hall, buyer, pausedSeconds }: ToHoldProps) {
  const { choosing, claim } = buyer
  const { words } = useLanguage()
  const say = useChoosingWords()
  return (
    <>
      <Chosen hall={hall} buyer={buyer} />
      <div
        className={`flex flex-wrap items-center gap-x-4 gap-y-3 lg:flex-col lg:items-stretch ${choosing.count > 0 ? "lg:border-t lg:border-line lg:pt-4" : ""}`}
      >
        {choosing.count === 0 ? (
          <NothingChosen buyer={buyer} />
        ) : (
          <Total hall={hall} buyer={buyer} />
        )}
        <Button
          size="large"
          className="grow"
          disabled={choosing.count === 0}
          isPending={claim.isPending || pausedSeconds > 0}
          onClick={() => claim.claim(choosing.choice)}
        >
          {claimWords()}
        </Button>
      </div>
    </>
  )

  function claimWords() {
    if (pausedSeconds > 0) return say.pause.again(digitsOf(clockOf(pausedSeconds)))
    if (claim.isPending) return words.performance.holding
    return claim.isGuest ? words.performance.signInToHold : words.performance.hold
  }
}

function NothingChosen({ buyer }: { buyer: Buyer }) {
  const { max } = buyer.choosing
  const { words } = useLanguage()
  const say = useChoosingWords()
  const isReturning = buyer.giveBack.returning.places.length > 0
  return (
    <p className="min-w-32 grow-99 basis-0 text-sm text-muted lg:basis-auto">
      <span className="block text-ink lg:text-base">
        {isReturning ? say.returning.waiting : words.performance.nothing}
      </span>
      {max === 0 || isReturning ? null : words.performance.nothingHint(max)}
    </p>
  )
}

function Total({ hall, buyer }: { hall: HallNow; buyer: Buyer }) {
  const { count, choice } = buyer.choosing
  const { words, formats } = useLanguage()
  return (
    <p className="flex min-w-32 grow-99 basis-0 flex-col lg:basis-auto lg:flex-row lg:items-baseline lg:justify-between">
      <span className="text-sm text-muted">
        {words.performance.total} · {words.performance.places(formats.number(count))}
      </span>
      <strong className="text-lg lg:text-xl">
        {formats.money(totalOf(hall.plan, choice), hall.plan.currency)}
      </strong>
    </p>
  )
}

function totalOf(plan: Plan, { places, standing }: Choice): number {
  if (standing === null) {
    return places.reduce((sum, place) => sum + (areaOfPlace(plan, place)?.price ?? 0), 0)
  }
  const area = plan.areas.find((each) => each.area === standing.area)
  return (area?.price ?? 0) * standing.quantity
}
