import { ImportHall } from "@podo/contract/hall"
import { uuidv7 } from "../../app/api/uuidv7.ts"
import { orNull } from "../event/facts.ts"
import { judgeTyped } from "../judge-typed.ts"
import type { HallFile } from "./hall-file.ts"

export const NEW_VENUE = "new"

export type NewHallTyping = {
  /** Minted once a form: sent again after a lost answer, it is the same hall. */
  hallId: string
  name: string
  englishName: string
  venue: {
    /** Of one that is there, or NEW_VENUE. */
    venueId: string
    name: string
    englishName: string
    address: string
  }
}

export const freshNewHall = (): NewHallTyping => ({
  hallId: uuidv7(),
  name: "",
  englishName: "",
  venue: { venueId: "", name: "", englishName: "", address: "" },
})

export function judgeNewHall(typed: NewHallTyping, file: HallFile | null) {
  const hall = {
    ...typed,
    englishName: orNull(typed.englishName),
    venue: venueOf(typed.venue),
    format: file?.format ?? "csv",
    text: file?.text ?? "",
  }
  return judgeTyped(ImportHall, hall)
}

function venueOf({ venueId, name, englishName, address }: NewHallTyping["venue"]) {
  return venueId === NEW_VENUE ? { name, englishName: orNull(englishName), address } : { venueId }
}
