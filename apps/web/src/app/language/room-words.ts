import { room as en } from "./en-room.ts"
import type { Language } from "./formats.ts"
import { room as ko, type RoomWords } from "./ko-room.ts"
import { useLanguage } from "./language.ts"

export const roomWords: Record<Language, RoomWords> = { ko, en }

export function useRoomWords(): RoomWords {
  return roomWords[useLanguage().language]
}
