import { useMemo } from "react"
import { useLanguage, type Speaking } from "../language/language.ts"
import { seatWords, type SeatWords } from "./seat-words.ts"

export type SeatSpeech = Pick<Speaking, "formats" | "named"> & { say: SeatWords }

/** Keeps its identity until the language changes, so that memoised seats do not draw themselves again. */
export function useSeatSpeech(): SeatSpeech {
  const { language, formats, named } = useLanguage()
  return useMemo(() => ({ formats, named, say: seatWords[language] }), [language, formats, named])
}
