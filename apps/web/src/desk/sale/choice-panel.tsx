import type { Plan, Seat } from "@podo/contract/seating"
import { useState } from "react"
import { isAnswerLost } from "../../app/api/refusals.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { useDeskSentence } from "./desk-sentence.ts"
import { type HouseChoice, NOTHING, type SiftedChoice, without } from "./house-choice.ts"
import { release, takenOf, useHouseAction, withhold } from "./house-query.ts"
import { nameOfPlace, placesInWords } from "./place-ranges.ts"

type ChoicePanelProps = {
  performanceId: string
  plan: Plan
  /** Of the whole hall; undefined while they are on their way. */
  seats: readonly Seat[] | undefined
  choice: HouseChoice
  sifted: SiftedChoice
  onChoice: (choice: HouseChoice) => void
}

/** The picked places, in words, and what can be done with them. A refusal costs nobody their picks. */
export function ChoicePanel(props: ChoicePanelProps) {
  const { performanceId, plan, seats, choice, sifted, onChoice } = props
  const { words, formats } = useLanguage()
  const actions = useActions(performanceId, choice, onChoice)
  const namesOf = useNames(plan, seats ?? [])
  const isBusy = actions.withholding.isPending || actions.releasing.isPending
  const isEmpty = sifted.withhold.length + sifted.release.length === 0
  return (
    <section
      aria-label={words.deskSale.selection}
      className="sticky bottom-0 z-10 -mx-4 flex flex-col gap-3 bg-raised p-4 shadow-float ring-1 ring-line sm:mx-0 sm:rounded-2xl lg:static lg:shadow-none"
    >
      <div className="flex min-h-11 items-center justify-between gap-3">
        <h3 className="font-bold">{words.deskSale.selection}</h3>
        {isEmpty ? null : (
          <Button look="quiet" onClick={actions.clear}>
            {words.deskSale.clear}
          </Button>
        )}
      </div>
      {isEmpty ? <p className="text-sm text-muted">{words.deskSale.nothingSelected}</p> : null}
      {sifted.withhold.length === 0 ? null : (
        <Picked names={namesOf(sifted.withhold)}>
          <Button
            isPending={isBusy}
            onClick={() => actions.withholding.mutate(sifted.withhold)}
            className="w-full"
          >
            {words.deskSale.withholdCount(formats.number(sifted.withhold.length))}
          </Button>
        </Picked>
      )}
      {sifted.release.length === 0 ? null : (
        <Picked names={namesOf(sifted.release)}>
          <Button
            look="outline"
            isPending={isBusy}
            onClick={() => actions.releasing.mutate(sifted.release)}
            className="w-full"
          >
            {words.deskSale.releaseCount(formats.number(sifted.release.length))}
          </Button>
        </Picked>
      )}
      <Outcome error={actions.error} taken={actions.taken} hasRest={!isEmpty} namesOf={namesOf} />
    </section>
  )
}

function useActions(
  performanceId: string,
  choice: HouseChoice,
  onChoice: (choice: HouseChoice) => void,
) {
  const { words, formats } = useLanguage()
  const [taken, setTaken] = useState<readonly number[]>([])
  const done = (sent: readonly number[], say: (count: string) => string) => {
    setTaken([])
    onChoice(without(choice, sent))
    tell(say(formats.number(sent.length)))
  }
  const withholding = useHouseAction(performanceId, withhold, (sent) =>
    done(sent, words.deskSale.withheldNow),
  )
  const releasing = useHouseAction(performanceId, release, (sent) =>
    done(sent, words.deskSale.releasedNow),
  )
  const start = (action: typeof withholding, other: typeof releasing) => ({
    isPending: action.isPending,
    mutate: (places: readonly number[]) => {
      other.reset()
      setTaken([])
      action.mutate(places, {
        onError: (error) => {
          setTaken(takenOf(error))
          onChoice(without(choice, takenOf(error)))
        },
      })
    },
  })
  return {
    taken,
    clear: () => {
      withholding.reset()
      releasing.reset()
      onChoice(NOTHING)
    },
    error: withholding.error ?? releasing.error,
    withholding: start(withholding, releasing),
    releasing: start(releasing, withholding),
  }
}

function useNames(plan: Plan, seats: readonly Seat[]) {
  const { named } = useLanguage()
  return (places: readonly number[]) =>
    placesInWords(
      places.flatMap((place) => nameOfPlace(plan, seats, place) ?? []),
      named,
    )
}

function Picked({ names, children }: { names: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="max-h-24 overflow-y-auto text-sm text-muted lg:max-h-40">{names}</p>
      {children}
    </div>
  )
}

type OutcomeProps = {
  error: unknown
  taken: readonly number[]
  hasRest: boolean
  namesOf: (places: readonly number[]) => string
}

function Outcome({ error, taken, hasRest, namesOf }: OutcomeProps) {
  const { words } = useLanguage()
  const sentence = useDeskSentence()
  if (error === null) return null
  if (taken.length > 0) {
    return (
      <Notice tone="error">
        {words.deskSale.taken(namesOf(taken))} {hasRest ? words.deskSale.takenRest : null}
      </Notice>
    )
  }
  return (
    <Notice tone="error">{isAnswerLost(error) ? words.deskSale.sendAgain : sentence(error)}</Notice>
  )
}
