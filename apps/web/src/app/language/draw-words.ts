import { draw as en } from "./en-draw.ts"
import type { Language } from "./formats.ts"
import { draw as ko, type DrawWords } from "./ko-draw.ts"
import { useLanguage } from "./language.ts"

const drawWords: Record<Language, DrawWords> = { ko, en }

export function useDrawWords(): DrawWords {
  return drawWords[useLanguage().language]
}
