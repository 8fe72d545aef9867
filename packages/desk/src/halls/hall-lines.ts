import type { HallProblem } from "@podo/contract/hall"
import {
  AREA_NAME_CHARS_MAX,
  PLACES_PER_PERFORMANCE_MAX,
  ROW_CHARS_MAX,
  SEAT_NUMBER_MAX,
} from "@podo/contract/limits"

export const SEAT_COLUMNS = ["row", "number", "x", "y"] as const
export const COLUMNS = ["area", ...SEAT_COLUMNS, "grade", "accessible", "capacity"] as const

/** A line of a hall's file as it stands there, trimmed; what it does not say is empty. */
export type HallLine = { line: number } & Record<(typeof COLUMNS)[number], string>

export type SeatLine = {
  line: number
  area: string
  grade: string | null
  row: string
  number: number
  /** In the units of the file. */
  x: number
  y: number
  /** For a wheelchair. */
  accessible: boolean
  /** For who comes along with one. */
  companion: boolean
}

export type StandingLine = { line: number; area: string; grade: string | null; capacity: number }

export type ReadLine =
  | { kind: "seat"; seat: SeatLine; problems: HallProblem[] }
  | { kind: "standing"; standing: StandingLine; problems: HallProblem[] }

const VALUE_CHARS_MAX = 40

/** A problem, with what stands there cut to a readable length. */
export function hallProblem(
  line: number,
  problem: HallProblem["problem"],
  value?: string,
): HallProblem {
  if (value === undefined || value === "") return { line, problem }
  const isLong = value.length > VALUE_CHARS_MAX
  return { line, problem, value: isLong ? `${value.slice(0, VALUE_CHARS_MAX)}…` : value }
}

const yes = new Set(["true", "1", "yes", "y", "예"])
const no = new Set(["", "false", "0", "no", "n", "아니오", "아니요"])

const companion = new Set(["companion", "동반", "동반석"])

const isName = (text: string, charsMax: number) =>
  text.length > 0 && text.length <= charsMax && !/\p{Cc}/u.test(text)

/** Farther than any unit of length would take a seat from the stage. */
const POSITION_MAX = 1e7

const isPosition = (text: string) =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(text) && Math.abs(Number(text)) <= POSITION_MAX

const isWhole = (text: string, most: number) =>
  /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most

/** Looks at one line by itself. */
export function readLine(found: HallLine): ReadLine {
  const { line, area, grade } = found
  const problems: HallProblem[] = []
  const check = (isRight: boolean, problem: HallProblem["problem"], value: string) => {
    if (!isRight) problems.push(hallProblem(line, problem, value))
  }
  if (area === "") check(false, "area-missing", "")
  else check(isName(area, AREA_NAME_CHARS_MAX), "area-not-valid", area)
  check(grade === "" || isName(grade, AREA_NAME_CHARS_MAX), "grade-not-valid", grade)
  const place = { line, area, grade: grade || null }
  if (found.capacity !== "") {
    const ofSeat = SEAT_COLUMNS.map((column) => found[column]).find((value) => value !== "")
    check(ofSeat === undefined, "seats-and-capacity", ofSeat ?? "")
    check(isWhole(found.capacity, PLACES_PER_PERFORMANCE_MAX), "capacity-not-valid", found.capacity)
    return { kind: "standing", standing: { ...place, capacity: Number(found.capacity) }, problems }
  }
  const accessible = found.accessible.toLowerCase()
  check(isName(found.row, ROW_CHARS_MAX), "row-not-valid", found.row)
  check(isWhole(found.number, SEAT_NUMBER_MAX), "number-not-valid", found.number)
  for (const axis of ["x", "y"] as const) {
    const value = found[axis]
    check(isPosition(value), "position-not-valid", value)
  }
  const isKnown = [yes, no, companion].some((words) => words.has(accessible))
  check(isKnown, "accessible-not-valid", found.accessible)
  const seat: SeatLine = {
    ...place,
    row: found.row,
    number: Number(found.number),
    x: Number(found.x),
    y: Number(found.y),
    accessible: yes.has(accessible),
    companion: companion.has(accessible),
  }
  return { kind: "seat", seat, problems }
}
