import { room as en } from "@podo/words/en/room"
import type { Language } from "@podo/contract/account"
import { room as ko, type RoomWords } from "@podo/words/ko/room"
import { useLanguage } from "./language.ts"

export const roomWords: Record<Language, RoomWords> = { ko, en }

export function useRoomWords(): RoomWords {
  return roomWords[useLanguage().language]
}
