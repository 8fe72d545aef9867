import type { Category } from "@podo/contract/catalog"
import type { Wrong } from "../field-problems.ts"
import { isZone } from "../zoned-time.ts"

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

export function wrongFacts(facts: FactsTyping): Wrong[] {
  const wrongs: Wrong[] = []
  if (facts.title.trim() === "") wrongs.push({ path: "title", problem: "missing" })
  if (facts.category === "") wrongs.push({ path: "category", problem: "missing" })
  if (facts.description.trim() === "") wrongs.push({ path: "description", problem: "missing" })
  if (!isZone(facts.timeZone)) wrongs.push({ path: "timeZone", problem: "unknown-time-zone" })
  return wrongs
}

/** As it is sent; once nothing is wrong with it there is a category. */
export function factsOf(facts: FactsTyping) {
  return {
    title: facts.title,
    englishTitle: orNull(facts.englishTitle),
    category: facts.category || ("musical" as const),
    description: facts.description,
    englishDescription: orNull(facts.englishDescription),
    timeZone: facts.timeZone,
  }
}

const orNull = (text: string) => (text.trim() === "" ? null : text)
