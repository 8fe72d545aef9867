import type { HallArea, HallProblem, ImportHall } from "@podo/contract/hall"
import { HALL_PROBLEMS_MAX } from "@podo/contract/limits"
import { Refused } from "@podo/contract/refusal"
import type { Corner } from "@podo/contract/seating"
import { alongRow } from "./along-row.ts"
import { areaKeysOf } from "./area-keys.ts"
import { type Block, checkHall } from "./check-hall.ts"
import { drawHall } from "./draw-hall.ts"
import type { SeatLine } from "./hall-lines.ts"
import { readCsv } from "./read-csv.ts"
import { type HallDocument, readJson } from "./read-json.ts"

type PlannedArea = HallArea & { firstPlace: number; outline: Corner[]; seats: SeatLine[] }

export type PlannedHall = {
  width: number
  height: number
  stage: Corner[]
  capacity: number
  areas: PlannedArea[]
}

const documentOf = ({ format, text }: ImportHall): HallDocument =>
  format === "json" ? readJson(text) : { ...readCsv(text), areas: new Map(), stage: null }

/** Reads a hall's file: its areas with the places that they hold, and its plan. Refuses with HALL_NOT_VALID. */
export function planHall(input: ImportHall): PlannedHall {
  const document = documentOf(input)
  const { blocks, problems: ofLines } = checkHall(document.lines)
  const isReadable = document.problems.length === 0
  refuseHall([...document.problems, ...(isReadable || document.lines.length > 0 ? ofLines : [])])
  const { drawing, problems } = drawHall(blocks, document)
  refuseHall(problems)
  const keys = areaKeysOf(blocks.map(({ name }) => name))
  let capacity = 0
  const areas = drawing.blocks.map(({ block, outline, seats }, index): PlannedArea => {
    const firstPlace = capacity
    const places = block.kind === "seated" ? seats.length : block.capacity
    capacity += places
    return {
      area: keys[index] as PlannedArea["area"],
      name: block.name,
      englishName: englishNameOf(block, document),
      kind: block.kind,
      grade: block.grade,
      capacity: places,
      firstPlace,
      outline,
      seats: inOrder(seats),
    }
  })
  const { width, height, stage } = drawing
  return { width, height, stage, capacity, areas }
}

function englishNameOf({ area, name, grade }: Block, { areas }: HallDocument) {
  const englishName = areas.get(area)?.englishName ?? null
  return englishName && name !== area ? `${englishName} · ${grade}` : englishName
}

/** Row after row as in the file, and along each, so that neighbours have neighbouring places. */
function inOrder(seats: SeatLine[]): SeatLine[] {
  const rows = Map.groupBy(seats, ({ row }) => row)
  return [...rows.values()].flatMap(alongRow)
}

function refuseHall(problems: HallProblem[]) {
  if (problems.length === 0) return
  const inLines = problems.toSorted((one, other) => one.line - other.line)
  throw new Refused({
    code: "HALL_NOT_VALID",
    problems: inLines.slice(0, HALL_PROBLEMS_MAX),
    count: problems.length,
  })
}
