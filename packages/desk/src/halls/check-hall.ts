import type { HallProblem } from "@podo/contract/hall"
import {
  AREA_NAME_CHARS_MAX,
  AREAS_PER_HALL_MAX,
  PLACES_PER_PERFORMANCE_MAX,
} from "@podo/contract/limits"
import {
  type HallLine,
  hallProblem,
  readLine,
  type SeatLine,
  type StandingLine,
} from "./hall-lines.ts"

/** Places of one name and one grade: they become an area, which has one price. */
export type Block = {
  /** As in the file, with the grade where it needs one to be told apart. */
  name: string
  /** The area's name alone. */
  area: string
  grade: string | null
  line: number
} & ({ kind: "seated"; seats: SeatLine[] } | { kind: "standing"; capacity: number })

/** The areas and seats of a hall's file, and its problems. The blocks are those of seats, then where people stand. */
export function checkHall(lines: HallLine[]): { blocks: Block[]; problems: HallProblem[] } {
  const problems: HallProblem[] = []
  const seats: SeatLine[] = []
  const standing: StandingLine[] = []
  for (const line of lines) {
    const read = readLine(line)
    problems.push(...read.problems)
    if (read.problems.length > 0) continue
    if (read.kind === "seat") seats.push(read.seat)
    else standing.push(read.standing)
  }
  problems.push(...findTwice(seats), ...findMixed(seats, standing))
  const blocks = blocksOf(seats, standing)
  problems.push(...findTooMany(blocks, seats, standing))
  if (lines.length === 0) problems.push(hallProblem(1, "empty"))
  return { blocks, problems }
}

/** The database tells rows apart as people do, not by case, width or accents. */
const folded = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase()

function findTwice(seats: SeatLine[]): HallProblem[] {
  const seen = new Set<string>()
  return seats.flatMap(({ line, area, row, number }) => {
    const seat = JSON.stringify([area, folded(row), number])
    if (seen.has(seat)) return [hallProblem(line, "seat-twice", `${area} ${row}-${number}`)]
    seen.add(seat)
    return []
  })
}

/** An area has seats or people stand there, and its places are counted once. */
function findMixed(seats: SeatLine[], standing: StandingLine[]): HallProblem[] {
  const seated = new Set(seats.map(({ area }) => area))
  const seen = new Set<string>()
  return standing.flatMap(({ line, area, grade }) => {
    if (seated.has(area)) return [hallProblem(line, "seats-and-capacity", area)]
    const named = JSON.stringify([area, grade])
    if (seen.has(named)) return [hallProblem(line, "seat-twice", area)]
    seen.add(named)
    return []
  })
}

function blocksOf(seats: SeatLine[], standing: StandingLine[]): Block[] {
  const grades = new Map<string, Set<string | null>>()
  for (const { area, grade } of [...seats, ...standing]) {
    grades.set(area, (grades.get(area) ?? new Set()).add(grade))
  }
  const nameOf = (area: string, grade: string | null) =>
    grade !== null && (grades.get(area)?.size ?? 0) > 1 ? `${area} · ${grade}` : area
  const bySeat = Map.groupBy(seats, ({ area, grade }) => JSON.stringify([area, grade]))
  const seated = [...bySeat.values()].flatMap((own): Block[] => {
    const [first] = own
    if (!first) return []
    const { area, grade, line } = first
    return [{ name: nameOf(area, grade), area, grade, line, kind: "seated", seats: own }]
  })
  const stood = standing.map(({ area, grade, line, capacity }): Block => {
    return { name: nameOf(area, grade), area, grade, line, kind: "standing", capacity }
  })
  return [...seated, ...stood]
}

function findTooMany(blocks: Block[], seats: SeatLine[], standing: StandingLine[]): HallProblem[] {
  const problems: HallProblem[] = []
  const tooMuch = blocks[AREAS_PER_HALL_MAX]
  if (tooMuch) problems.push(hallProblem(tooMuch.line, "too-many-areas", tooMuch.name))
  for (const { line, name } of blocks.filter((block) => block.name.length > AREA_NAME_CHARS_MAX)) {
    problems.push(hallProblem(line, "area-not-valid", name))
  }
  let places = 0
  for (const part of [...seats, ...standing]) {
    places += "capacity" in part ? part.capacity : 1
    if (places <= PLACES_PER_PERFORMANCE_MAX) continue
    problems.push(hallProblem(part.line, "too-many-places"))
    break
  }
  return problems
}
