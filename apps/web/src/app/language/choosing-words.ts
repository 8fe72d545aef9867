import type { Language } from "@podo/contract/account"
import { choosing as en } from "@podo/words/en/choosing"
import { choosing as ko, type ChoosingWords } from "@podo/words/ko/choosing"
import { useLanguage } from "./language.ts"

export type { ChoosingWords }

export const choosingWords: Record<Language, ChoosingWords> = { ko, en }

/** The words while places are chosen and held: other pages do not carry them. */
export function useChoosingWords(): ChoosingWords {
  return choosingWords[useLanguage().language]
}
