import type { Sale } from "@podo/contract/desk-sale"
import { PLACES_PER_WITHHOLDING_MAX, PLACE_STATES } from "@podo/contract/limits"
import type { PlanArea } from "@podo/contract/seating"
import { useId, useState } from "react"
import { isAnswerLost } from "../../app/api/refusals.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { useDeskSentence } from "./desk-sentence.ts"
import { TooFew, useStandingAction } from "./use-standing-action.ts"

type StandingHouseProps = { sale: Sale; areas: readonly PlanArea[]; places: string }

/** Where nobody has a seat only the number counts. */
export function StandingHouse({ sale, areas, places }: StandingHouseProps) {
  const { words } = useLanguage()
  return (
    <section aria-labelledby="standing" className="flex flex-col gap-3">
      <h3 id="standing" className="font-bold">
        {words.deskSale.standing}
      </h3>
      <ul className="grid gap-3 lg:grid-cols-2">
        {areas.map((area) => (
          <StandingArea key={area.area} sale={sale} area={area} places={places} />
        ))}
      </ul>
    </section>
  )
}

export const quantityIdOf = (area: string) => `quantity-${area}`

type StandingAreaProps = { sale: Sale; area: PlanArea; places: string }

function StandingArea({ sale, area, places }: StandingAreaProps) {
  const { words, formats, named } = useLanguage()
  const own = places.slice(area.firstPlace, area.firstPlace + area.capacity)
  const countOf = (state: string) => formats.number(own.split(state).length - 1)
  return (
    <li className="flex flex-col gap-3 rounded-2xl bg-raised p-4 ring-1 ring-line">
      <div>
        <p className="font-bold">{named(area.name, area.englishName)}</p>
        <p className="text-sm text-muted">
          {words.deskSale.standingNow(countOf(PLACE_STATES.open), countOf(PLACE_STATES.withheld))}
        </p>
      </div>
      <QuantityForm performanceId={sale.performance.performanceId} area={area} />
    </li>
  )
}

type QuantityFormProps = { performanceId: string; area: PlanArea }

function QuantityForm({ performanceId, area }: QuantityFormProps) {
  const { words, named } = useLanguage()
  const id = useId()
  const [typed, setTyped] = useState("")
  const [isWrong, setWrong] = useState(false)
  const name = named(area.name, area.englishName)
  const { press, isPending, error } = useQuantityActions({ performanceId, area }, () =>
    setTyped(""),
  )
  const send = (kind: "withhold" | "release") => {
    setWrong(!isCount(typed))
    if (isCount(typed)) press(kind, Number(typed))
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <input
          id={quantityIdOf(area.area)}
          type="number"
          inputMode="numeric"
          min={1}
          max={PLACES_PER_WITHHOLDING_MAX}
          aria-label={words.deskSale.quantity(name)}
          placeholder={words.deskSale.howMany}
          aria-invalid={isWrong}
          aria-describedby={id}
          value={typed}
          onChange={(changed) => {
            setTyped(changed.target.value)
            setWrong(false)
          }}
          className="min-h-11 w-28 min-w-0 flex-1 rounded-xl bg-raised px-3 text-base ring-1 ring-line-strong ring-inset placeholder:text-muted aria-invalid:ring-2 aria-invalid:ring-ember"
        />
        <Button
          aria-label={words.deskSale.withholdIn(name)}
          isPending={isPending}
          onClick={() => send("withhold")}
        >
          {words.deskSale.withholdHere}
        </Button>
        <Button
          look="outline"
          aria-label={words.deskSale.releaseIn(name)}
          isPending={isPending}
          onClick={() => send("release")}
        >
          {words.deskSale.releaseHere}
        </Button>
      </div>
      <output id={id} className="text-sm font-medium text-ember">
        <Problem isWrong={isWrong} error={error} />
      </output>
    </>
  )
}

function isCount(typed: string): boolean {
  const count = Number(typed)
  return Number.isInteger(count) && count >= 1 && count <= PLACES_PER_WITHHOLDING_MAX
}

/** The two actions of one field: what one of them said is forgotten when the other is tried. */
function useQuantityActions(of: QuantityFormProps, onDone: () => void) {
  const { words, formats } = useLanguage()
  const actions = {
    withhold: useStandingAction({ ...of, kind: "withhold" }),
    release: useStandingAction({ ...of, kind: "release" }),
  }
  const said = { withhold: words.deskSale.withheldNow, release: words.deskSale.releasedNow }
  return {
    isPending: actions.withhold.isPending || actions.release.isPending,
    error: actions.withhold.error ?? actions.release.error,
    press: (kind: "withhold" | "release", quantity: number) => {
      actions.withhold.reset()
      actions.release.reset()
      actions[kind].mutate(quantity, {
        onSuccess: ({ length }) => {
          onDone()
          tell(said[kind](formats.number(length)))
        },
      })
    },
  }
}

function Problem({ isWrong, error }: { isWrong: boolean; error: unknown }) {
  const { words, formats } = useLanguage()
  const sentence = useDeskSentence()
  if (isWrong) return words.deskSale.quantityWrong(formats.number(PLACES_PER_WITHHOLDING_MAX))
  if (error === null) return null
  if (error instanceof TooFew) return words.deskSale.tooFew(formats.number(error.found))
  return isAnswerLost(error) ? words.deskSale.sendAgain : sentence(error)
}
