import { refusalOf } from "../../app/api/refusals.ts"
import { useLanguage } from "../../app/language/language.ts"
import { refusalSentence } from "@podo/words/refusals"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import type { PlaceNames } from "./place-names.ts"

/** The problem, in a sentence that knows the seats by name and the event's time zone. */
export function useRefusalSentence(
  names: PlaceNames,
  timeZone: string,
): (error: unknown) => string {
  const { words, formats } = useLanguage()
  const failureSentence = useFailureSentence()
  return (error) => {
    const refusal = refusalOf(error)
    if (refusal === undefined) return failureSentence(error)
    return refusalSentence(words.refusals, refusal, {
      when: (instant) => formats.dayAndClock(instant, timeZone),
      places: names.listOf,
      number: formats.number,
    })
  }
}
