import { refusalSentence } from "@podo/words/refusals"
import { refusalOf } from "../../app/api/refusals.ts"
import { useLanguage } from "../../app/language/language.ts"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import type { HallNow } from "./hall-now.ts"
import type { OnSale } from "./on-sale.ts"
import { usePlaceNames } from "./place-names.ts"

/** The problem, in a sentence that knows the seats by name and the event's time zone. */
export function useRefusalSentence(sale: OnSale, hall: HallNow): (error: unknown) => string {
  const { words, formats } = useLanguage()
  const names = usePlaceNames(hall)
  const failureSentence = useFailureSentence()
  return (error) => {
    const refusal = refusalOf(error)
    if (refusal === undefined) return failureSentence(error)
    return refusalSentence(words.refusals, refusal, {
      when: (instant) => formats.dayAndClock(instant, sale.event.timeZone),
      places: names.listOf,
      number: formats.number,
    })
  }
}
