import { useMemo } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import type { HallNow } from "./hall-now.ts"
import { usePlaceNames } from "./place-names.ts"
import { type Replacement, replacementsFor } from "./replacements.ts"
import type { Buyer } from "./use-buyer.ts"

/** The seats that others took faster, and the nearest as good, one tap away. */
export function TakenSeats({ hall, buyer }: { hall: HallNow; buyer: Buyer }) {
  const { plan, seats, places } = hall
  const { choosing, toPanel } = buyer
  const { formats } = useLanguage()
  const say = useChoosingWords()
  const names = usePlaceNames(hall)
  const { gone, selected } = choosing
  const offers = useMemo(
    () => replacementsFor([...gone], { areas: plan.areas, seats: seats ?? [], places, selected }),
    [gone, plan, seats, places, selected],
  )
  if (gone.size === 0) return null
  const [first, ...others] = offers
  const swap = () => {
    choosing.replace(offers.map(({ found }) => found))
    toPanel()
  }
  return (
    <Notice tone="warning">
      <p>
        {say.taken.gone(names.listOf(gone))} {selected.size > 0 ? say.taken.restKept : null}
      </p>
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
            {others.length > 0 ? say.taken.all(formats.number(offers.length)) : swapWords(first)}
          </Button>
        </>
      )}
    </Notice>
  )

  function swapWords({ found, isBeside }: Replacement) {
    const seat = names.nameOf(found)
    return isBeside ? say.taken.besideIt(seat) : say.taken.instead(seat)
  }
}
