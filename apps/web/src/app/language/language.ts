import { useMemo, useSyncExternalStore } from "react"
import { en } from "@podo/words/en/page"
import type { Language } from "@podo/contract/account"
import { formatsOf, type Formats } from "./formats.ts"
import { type EverybodysWords, ko, type MoreWords, type Words } from "@podo/words/ko/page"

const KEPT_AS = "podo.language"

const wordsOf: Record<Language, EverybodysWords> = { ko, en }

let current = firstLanguage()
const listeners = new Set<() => void>()

export type Speaking = {
  language: Language
  words: Words
  formats: Formats
  /** The name in the reader's language, where there is one. */
  named: (korean: string, english: string | null) => string
}

/** Everything a component needs in order to speak the reader's language. */
export function useLanguage(): Speaking {
  const language = useSyncExternalStore(subscribe, () => current)
  return useMemo(() => speakingOf(language), [language])
}

export function setLanguage(language: Language) {
  current = language
  localStorage.setItem(KEPT_AS, language)
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

/** Called before the first page that says them. */
export function addWords(more: Record<Language, MoreWords>) {
  Object.assign(ko, more.ko)
  Object.assign(en, more.en)
}

/** Outside of components, where no render follows the reader. */
export function spokenNow(): Speaking {
  return speakingOf(current)
}

/** Before the first paint, so that a screen reader never meets the wrong language. */
export function announceLanguage() {
  document.documentElement.lang = current
}

function speakingOf(language: Language): Speaking {
  return {
    language,
    // The desk's own words are added before any page of the desk is shown.
    words: wordsOf[language] as Words,
    formats: formatsOf(language),
    named: (korean, english) => (language === "en" && english !== null ? english : korean),
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function firstLanguage(): Language {
  const kept = globalThis.localStorage?.getItem(KEPT_AS)
  if (kept === "ko" || kept === "en") return kept
  const preferred = globalThis.navigator?.language ?? "ko"
  return preferred.startsWith("ko") ? "ko" : "en"
}
