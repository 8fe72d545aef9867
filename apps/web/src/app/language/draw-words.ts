import { draw as en } from "@podo/words/en/draw"
import type { Language } from "@podo/contract/account"
import { draw as ko, type DrawWords } from "@podo/words/ko/draw"
import { useLanguage } from "./language.ts"

const drawWords: Record<Language, DrawWords> = { ko, en }

export function useDrawWords(): DrawWords {
  return drawWords[useLanguage().language]
}
