import { refusalOf } from "../api/refusals.ts"
import { useLanguage } from "../language/language.ts"
import { refusalSentence } from "../language/refusal-words.ts"
import { useFailureSentence } from "../shell/failure.tsx"
import type { PlaceNames } from "./place-names.ts"

/** What went wrong, in a sentence that calls places by their names. */
export function useRefusalSentence(names: PlaceNames): (error: unknown) => string {
  const { words, formats } = useLanguage()
  const failureSentence = useFailureSentence()
  return (error) => {
    const refusal = refusalOf(error)
    if (refusal?.code !== "PLACES_TAKEN") return failureSentence(error)
    return refusalSentence(words.refusals, refusal, {
      when: String,
      places: names.listOf,
      number: formats.number,
    })
  }
}
