import { type HallProblem, NamedArea, Outline } from "@podo/contract/hall"
import { AREAS_PER_HALL_MAX, PLACES_PER_PERFORMANCE_MAX } from "@podo/contract/limits"
import type { Corner } from "@podo/contract/seating"
import { COLUMNS, type HallLine, hallProblem } from "./hall-lines.ts"
import type { HallFile } from "./read-csv.ts"

/** A file in JSON can also say where the stage is, and what its areas are called in English. */
export type HallDocument = HallFile & { areas: Map<string, NamedArea>; stage: Corner[] | null }

const nothing = (problems: HallProblem[]): HallDocument => ({
  lines: [],
  problems,
  areas: new Map(),
  stage: null,
})

/** `{ areas?, seats?, stage? }`. A seat's line is its number in `seats`, an area's its number in `areas`. */
export function readJson(text: string): HallDocument {
  const document = objectOf(parsed(text.replace(/^\uFEFF/, "")))
  if (!document) return nothing([hallProblem(1, "not-readable", text.slice(0, 40))])
  const { seats = [], areas = [], stage = null } = document
  if (!Array.isArray(seats)) return nothing([hallProblem(1, "not-readable", "seats")])
  if (!Array.isArray(areas)) return nothing([hallProblem(1, "not-readable", "areas")])
  // The count is bounded: looking at millions of them would take too long.
  if (seats.length > PLACES_PER_PERFORMANCE_MAX) {
    return nothing([hallProblem(PLACES_PER_PERFORMANCE_MAX + 1, "too-many-places")])
  }
  if (areas.length > AREAS_PER_HALL_MAX) {
    return nothing([hallProblem(AREAS_PER_HALL_MAX + 1, "too-many-areas")])
  }
  const problems: HallProblem[] = []
  const stageFound = Outline.nullable().safeParse(stage)
  if (!stageFound.success) problems.push(hallProblem(1, "not-readable", "stage"))
  const seatLines = linesOf(seats, problems)
  const areaLines = linesOf(areas, problems).filter(({ capacity }) => capacity !== "")
  return {
    lines: [...seatLines, ...areaLines],
    problems,
    areas: factsOf(areas, problems),
    stage: stageFound.data ?? null,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const objectOf = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined

/** Values are looked at as if they had come from a CSV file: one set of rules for both. */
const wordOf = (value: unknown) =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value).trim()
    : ""

function linesOf(found: unknown[], problems: HallProblem[]): HallLine[] {
  return found.flatMap((entry, index) => {
    const values = objectOf(entry)
    if (!values) {
      problems.push(hallProblem(index + 1, "not-readable", wordOf(entry)))
      return []
    }
    const words = COLUMNS.map((column) => [column, wordOf(values[column])])
    return [{ line: index + 1, ...Object.fromEntries(words) } as HallLine]
  })
}

function factsOf(areas: unknown[], problems: HallProblem[]): Map<string, NamedArea> {
  const facts = new Map<string, NamedArea>()
  for (const [index, area] of areas.entries()) {
    const values = objectOf(area)
    if (!values) continue
    const read = NamedArea.safeParse(values)
    if (read.success) facts.set(wordOf(values["area"]), read.data)
    else {
      const field = String(read.error.issues[0]?.path[0] ?? "")
      problems.push(hallProblem(index + 1, "area-not-valid", field))
    }
  }
  return facts
}
