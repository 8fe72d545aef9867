import { z } from "zod"
import { AreaKind } from "./catalog.ts"
import { Area, HallId, VenueId } from "./ids.ts"
import {
  ADDRESS_CHARS_MAX,
  AREA_NAME_CHARS_MAX,
  HALL_FILE_BYTES_MAX,
  OUTLINE_CORNERS_MAX,
  VENUE_NAME_CHARS_MAX,
} from "./limits.ts"
import { Corner } from "./seating.ts"
import { line } from "./text.ts"

const Name = line(VENUE_NAME_CHARS_MAX)

/** One that is there, or a new one. */
export const VenueOfHall = z.union([
  z.object({ venueId: VenueId }),
  z.object({
    name: Name,
    englishName: Name.nullable().default(null),
    address: line(ADDRESS_CHARS_MAX),
  }),
])

/**
 * `csv`: a line for each seat (`area,row,number,x,y,grade,accessible`) or for each standing area
 * (`area,capacity`), with a header. `accessible` is true, or companion for a place beside one for a wheelchair. `json`: `{ areas, seats, stage? }`. `./scripts/podo import-hall --help` says all of it.
 */
export const HallFormat = z.enum(["csv", "json"])
export type HallFormat = z.infer<typeof HallFormat>

/** `hallId` is minted by the client: sending it again is the same hall. */
export const ImportHall = z.object({
  hallId: HallId,
  name: Name,
  englishName: Name.nullable().default(null),
  venue: VenueOfHall,
  format: HallFormat,
  /** The file, as it is. */
  text: z.string().min(1).max(HALL_FILE_BYTES_MAX),
  /** Only look: what would come of it, and what is wrong with it. */
  dryRun: z.boolean().default(false),
})
export type ImportHall = z.infer<typeof ImportHall>

/** A polygon in the units of a hall's file. */
export const Outline = z.array(Corner).min(3).max(OUTLINE_CORNERS_MAX)

/** The facts of an area that a JSON file can say and a CSV file cannot. */
export const NamedArea = z.object({
  englishName: line(AREA_NAME_CHARS_MAX).nullable().default(null),
  outline: Outline.nullable().default(null),
})
export type NamedArea = z.infer<typeof NamedArea>

/** The problems that a line of a hall's file can have. */
export const HALL_PROBLEM_CODES = [
  "not-readable",
  "column-missing",
  "area-missing",
  "area-not-valid",
  "row-not-valid",
  "number-not-valid",
  "position-not-valid",
  "position-too-far",
  "accessible-not-valid",
  "grade-not-valid",
  "capacity-not-valid",
  "seat-twice",
  "seats-and-capacity",
  "too-many-areas",
  "too-many-places",
  "empty",
] as const

export type HallProblem = {
  /** The first line of the file is 1; in JSON, the number of the seat in `seats`, from 1. */
  line: number
  problem: (typeof HALL_PROBLEM_CODES)[number]
  /** The text that stands there, cut to a readable length. */
  value?: string
}

export const HallArea = z.object({
  area: Area,
  name: z.string(),
  englishName: z.string().nullable(),
  kind: AreaKind,
  /** Areas of one grade cost the same, as a rule. */
  grade: z.string().nullable(),
  capacity: z.int(),
})
export type HallArea = z.infer<typeof HallArea>

export const Hall = z.object({
  hallId: HallId,
  name: z.string(),
  englishName: z.string().nullable(),
  venue: z.object({
    venueId: VenueId,
    name: z.string(),
    englishName: z.string().nullable(),
    address: z.string(),
  }),
  capacity: z.int(),
  /** Brought by whoever asks; otherwise it is everybody's. */
  isMine: z.boolean(),
  areas: z.array(HallArea),
})
export type Hall = z.infer<typeof Hall>

/** Those that may be used, one's own first. */
export const Halls = z.object({ halls: z.array(Hall) })
export type Halls = z.infer<typeof Halls>

export const ImportedHall = z.object({
  hallId: HallId,
  capacity: z.int(),
  areas: z.array(HallArea),
})
export type ImportedHall = z.infer<typeof ImportedHall>
