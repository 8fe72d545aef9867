import type { Language } from "@podo/contract/account"
import { letters as en } from "@podo/words/en/letters"
import { letters as ko } from "@podo/words/ko/letters"
import type { Letters } from "@podo/words/letters"

export const letters: Record<Language, Letters> = { ko, en }
