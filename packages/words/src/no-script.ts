import type { Refusal } from "@podo/contract/refusal"

/** How a sentence of the page without scripts writes what a refusal carries. */
type Tell = {
  number: (count: number) => string
  moment: (instant: string) => string
  /** From milliseconds. */
  minutesLeft: (ms: number) => string
}

/** Why not; a code without a sentence is told in general words. */
export type NoScriptSentences = {
  [Code in Refusal["code"]]?: (refusal: Extract<Refusal, { code: Code }>, tell: Tell) => string
}
