import type { Language } from "@podo/contract/account"
import { seat as en } from "@podo/words/en/seat"
import { seat as ko, type SeatWords } from "@podo/words/ko/seat"
import type { Speaking } from "./language.ts"

export type { SeatWords }

export const seatWords: Record<Language, SeatWords> = { ko, en }

/** The names of seats, with the formats of the same language. */
export type SeatSpeech = Pick<Speaking, "formats" | "named"> & { say: SeatWords }
