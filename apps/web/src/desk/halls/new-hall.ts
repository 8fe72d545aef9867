import { uuidv7 } from "../../app/api/uuidv7.ts"
import type { Read } from "../desk-form.tsx"
import type { Wrong } from "../field-problems.ts"
import type { HallFile } from "./hall-file.ts"

export const NEW_VENUE = "new"

export type NewHallTyping = {
  /** Minted once a form: sent again after a lost answer, it is the same hall. */
  hallId: string
  name: string
  englishName: string
  /** Of one that is there, or NEW_VENUE. */
  venueId: string
  venueName: string
  venueEnglishName: string
  address: string
}

export const freshNewHall = (): NewHallTyping => ({
  hallId: uuidv7(),
  name: "",
  englishName: "",
  venueId: "",
  venueName: "",
  venueEnglishName: "",
  address: "",
})

type Venue = { venueId: string } | { name: string; englishName: string | null; address: string }

export type NewHall = {
  hallId: string
  name: string
  englishName: string | null
  venue: Venue
  format: HallFile["format"]
  text: string
}

export function readNewHall(typing: NewHallTyping, file: HallFile | null): Read<NewHall> {
  const wrongs: Wrong[] = []
  const missing = (path: string, typed: string) => {
    if (typed.trim() === "") wrongs.push({ path, problem: "missing" })
  }
  missing("name", typing.name)
  missing("venue.venueId", typing.venueId)
  if (typing.venueId === NEW_VENUE) {
    missing("venue.name", typing.venueName)
    missing("venue.address", typing.address)
  }
  if (file === null) return { wrongs: [{ path: "text", problem: "missing" }, ...wrongs] }
  if (wrongs.length > 0) return { wrongs }
  const { hallId, name } = typing
  const { format, text } = file
  const englishName = orNull(typing.englishName)
  return { sent: { hallId, name, englishName, venue: venueOf(typing), format, text } }
}

function venueOf({ venueId, venueName, venueEnglishName, address }: NewHallTyping): Venue {
  if (venueId !== NEW_VENUE) return { venueId }
  return { name: venueName, englishName: orNull(venueEnglishName), address }
}

const orNull = (text: string) => (text.trim() === "" ? null : text)
