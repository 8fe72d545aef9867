import { use, useMemo } from "react"
import { useLanguage } from "../app/language/language.ts"
import { SeatRules } from "./seat-rules.ts"
import { seatWords, type SeatSpeech } from "../app/language/seat-words.ts"

/** Keeps its identity until the language changes, so that memoised seats do not draw themselves again. */
export function useSeatSpeech(): SeatSpeech {
  const { language, formats, named } = useLanguage()
  const { reword } = use(SeatRules)
  return useMemo(() => {
    const say = seatWords[language]
    return { formats, named, say: reword === undefined ? say : reword(say) }
  }, [language, formats, named, reword])
}
