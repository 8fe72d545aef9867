import type { Plan, Seat } from "@podo/contract/seating"
import { useMemo } from "react"
import { useLanguage } from "../language/language.ts"
import { Button } from "../shell/button.tsx"
import { Notice } from "../shell/notice.tsx"
import { useChoosingWords } from "./choosing-words.ts"
import type { PlaceNames } from "./place-names.ts"
import { replacementsFor } from "./replacements.ts"
import type { Choosing } from "./use-choice.ts"

type TakenSeatsProps = {
  plan: Plan
  seats: readonly Seat[] | undefined
  places: string
  choosing: Choosing
  names: PlaceNames
  onSwap: () => void
}

/** What others were faster at, and the nearest as good as it, one tap away. */
export function TakenSeats({ plan, seats, places, choosing, names, onSwap }: TakenSeatsProps) {
  const { words, formats } = useLanguage()
  const say = useChoosingWords()
  const { gone, selected } = choosing
  const offers = useMemo(
    () => replacementsFor([...gone], { areas: plan.areas, seats: seats ?? [], places, selected }),
    [gone, plan, seats, places, selected],
  )
  if (gone.size === 0) return null
  const [first, ...others] = offers
  const swap = () => {
    choosing.replace(offers.map(({ found }) => found))
    onSwap()
  }
  return (
    <Notice tone="warning">
      <p>{words.performance.gone(names.listOf(gone))}</p>
      {first === undefined ? null : (
        <>
          {others.length === 0 ? null : (
            <ul className="mt-1">
              {offers.map(({ lost, found }) => (
                <li key={lost}>{say.taken.offered(names.nameOf(lost), names.nameOf(found))}</li>
              ))}
            </ul>
          )}
          <Button look="outline" className="mt-2 w-full" onClick={swap}>
            {others.length > 0
              ? say.taken.all(formats.number(offers.length))
              : say.taken[first.isBeside ? "besideIt" : "instead"](names.nameOf(first.found))}
          </Button>
        </>
      )}
    </Notice>
  )
}
