import type { Category } from "@podo/contract/catalog"
import type { Wrong } from "../field-problems.ts"

/** The typed facts of an event itself. */
export type FactsTyping = {
  title: string
  englishTitle: string
  category: Category | ""
  description: string
  englishDescription: string
  timeZone: string
}

export const SEOUL = "Asia/Seoul"

export const FRESH_FACTS: FactsTyping = {
  title: "",
  englishTitle: "",
  category: "",
  description: "",
  englishDescription: "",
  timeZone: SEOUL,
}

/** As they are sent. A script may leave the description out; a page of an event has one. */
export function readFacts(typed: FactsTyping) {
  const { title, category, description, timeZone } = typed
  const unread: Wrong[] =
    description.trim() === "" ? [{ path: "description", problem: "missing" }] : []
  const facts = {
    title,
    englishTitle: orNull(typed.englishTitle),
    category,
    description,
    englishDescription: orNull(typed.englishDescription),
    timeZone,
  }
  return { facts, unread }
}

/** A text that may be left out, as it is sent. */
export const orNull = (text: string) => (text.trim() === "" ? null : text)
