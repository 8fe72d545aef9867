import type { Instant, Place } from "@podo/contract/ids"
import type { Refusal } from "@podo/contract/refusal"

/** How a sentence names what a refusal carries; the page knows seats and the time zone. */
export type Tell = {
  when: (instant: Instant) => string
  places: (places: readonly Place[]) => string
  number: (count: number) => string
}

/** A new refusal without a sentence does not compile. */
export type RefusalWords = {
  [Code in Refusal["code"]]: (refusal: Extract<Refusal, { code: Code }>, tell: Tell) => string
}

export function refusalSentence(words: RefusalWords, refusal: Refusal, tell: Tell): string {
  // The record is keyed by code, so the sentence found is the one for this very refusal.
  const sentence = words[refusal.code] as (refusal: Refusal, tell: Tell) => string
  return sentence(refusal, tell)
}
