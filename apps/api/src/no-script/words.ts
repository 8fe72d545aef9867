import type { Language } from "@podo/contract/account"
import type { Refusal } from "@podo/contract/refusal"
import { noScript as en } from "@podo/words/en/no-script"
import { noScript as ko, type NoScriptWords } from "@podo/words/ko/no-script"
import type { Formats } from "./formats.ts"

export type { NoScriptWords }

export const noScriptWords: Record<Language, NoScriptWords> = { ko, en }

/** Why not, in the reader's language. */
export function sentenceOf(refusal: Refusal, words: NoScriptWords, tell: Formats): string {
  const sentence = words.sentences[refusal.code] as
    | ((refusal: Refusal, tell: Formats) => string)
    | undefined
  return sentence?.(refusal, tell) ?? words.malformed
}
