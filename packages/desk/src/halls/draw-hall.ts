import type { HallProblem, NamedArea } from "@podo/contract/hall"
import { PLAN_UNITS_MAX } from "@podo/contract/limits"
import type { Corner } from "@podo/contract/seating"
import type { Block } from "./check-hall.ts"
import { hallProblem, type SeatLine } from "./hall-lines.ts"
import { type Box, boxOf, hullAround, rectangle } from "./outlines.ts"
import { pitchOf } from "./seat-pitch.ts"

/** Seats of one row stand so far apart on every plan. */
const SEAT_PITCH = 10
const EDGE = 20
const GAP = 30
const STAGE_HEIGHT = 40
const STAGE_WIDTH_MIN = 120
const GROUNDS_WIDTH = 600
/** Square plan units for each person who stands. */
const UNITS_PER_PERSON = 16
const STANDING_SIDES = { min: 90, max: 560 }

type DrawnBlock = { block: Block; outline: Corner[]; seats: SeatLine[] }

export type HallDrawing = { width: number; height: number; stage: Corner[]; blocks: DrawnBlock[] }

type Given = { areas: Map<string, NamedArea>; stage: Corner[] | null }

/** The plan of a hall, from 0,0 on, in plan units. */
export function drawHall(
  blocks: Block[],
  given: Given,
): { drawing: HallDrawing; problems: HallProblem[] } {
  const seats = blocks.flatMap((block) => (block.kind === "seated" ? block.seats : []))
  const scale = SEAT_PITCH / (pitchOf(seats) ?? SEAT_PITCH)
  const scaled = (corners: Corner[]) => corners.map(([x, y]): Corner => [x * scale, y * scale])
  const drawn = blocks.map((block): DrawnBlock => {
    const own = block.kind === "seated" ? block.seats : []
    const placed = own.map((seat) => ({ ...seat, x: seat.x * scale, y: seat.y * scale }))
    const outline = given.areas.get(block.area)?.outline
    // One outline around two prices would be none of theirs.
    const isWhole = blocks.every((other) => other === block || other.area !== block.area)
    if (outline && isWhole) return { block, outline: scaled(outline), seats: placed }
    return { block, outline: placed.length > 0 ? hullAround(placed) : [], seats: placed }
  })
  const stage = given.stage ? scaled(given.stage) : stageAbove(boxOfAll(drawn))
  layOutStanding(drawn, boxOf([...stage, ...drawn.flatMap(({ outline }) => outline)]))
  const box = boxOf([...stage, ...drawn.flatMap(({ outline }) => outline)]) ?? NOWHERE
  const extent = Math.max(box.right - box.left, box.bottom - box.top) + 2 * EDGE
  return {
    drawing: shifted({ drawn, stage, box }),
    // Not even a number where seats stand so close that no scale can part them.
    problems: extent <= PLAN_UNITS_MAX ? [] : [farthest(drawn, seats)],
  }
}

const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0 }

const boxOfAll = (drawn: DrawnBlock[]) => boxOf(drawn.flatMap(({ outline }) => outline))

/** Where nothing is known of a stage, it is before the first row. */
function stageAbove(box: Box | null): Corner[] {
  const { left, right, top } = box ?? { ...NOWHERE, right: GROUNDS_WIDTH }
  const width = Math.max(STAGE_WIDTH_MIN, (right - left) * 0.4)
  return rectangle((left + right - width) / 2, top - GAP - STAGE_HEIGHT, [width, STAGE_HEIGHT])
}

/** Areas without an outline stand in lines below everything else, larger ones for more people. */
function layOutStanding(drawn: DrawnBlock[], above: Box | null) {
  const { left, right, bottom } = above ?? NOWHERE
  const middle = (left + right) / 2
  const widthMax = Math.max(GROUNDS_WIDTH, right - left)
  let line: { entry: DrawnBlock; side: number }[] = []
  let y = bottom + GAP
  const finishLine = () => {
    const width = line.reduce((sum, { side }) => sum + side + GAP, -GAP)
    let x = middle - width / 2
    for (const { entry, side } of line) {
      entry.outline = rectangle(x, y, [side, side * 0.6])
      x += side + GAP
    }
    y += Math.max(0, ...line.map(({ side }) => side * 0.6)) + GAP
    line = []
  }
  for (const entry of drawn.filter(({ outline }) => outline.length === 0)) {
    const people = entry.block.kind === "standing" ? entry.block.capacity : 1
    const wish = Math.sqrt((people * UNITS_PER_PERSON) / 0.6)
    const side = Math.min(STANDING_SIDES.max, Math.max(STANDING_SIDES.min, wish))
    const width = line.reduce((sum, other) => sum + other.side + GAP, side)
    if (line.length > 0 && width > widthMax) finishLine()
    line.push({ entry, side })
  }
  finishLine()
}

const tenth = (value: number) => Math.round(value * 10) / 10

type Unshifted = { drawn: DrawnBlock[]; stage: Corner[]; box: Box }

function shifted({ drawn, stage, box }: Unshifted): HallDrawing {
  const right = EDGE - box.left
  const down = EDGE - box.top
  const moved = (corners: Corner[]) =>
    corners.map(([x, y]): Corner => [tenth(x + right), tenth(y + down)])
  return {
    width: Math.ceil(box.right - box.left + 2 * EDGE),
    height: Math.ceil(box.bottom - box.top + 2 * EDGE),
    stage: moved(stage),
    blocks: drawn.map(({ block, outline, seats }) => ({
      block,
      outline: moved(outline),
      seats: seats.map((seat) => ({ ...seat, x: tenth(seat.x + right), y: tenth(seat.y + down) })),
    })),
  }
}

/** The seat that is to blame for a plan that is too large, as a rule by a digit too many. */
function farthest(drawn: DrawnBlock[], seats: SeatLine[]): HallProblem {
  const middle = (values: number[]) =>
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
  const x = middle(seats.map((seat) => seat.x))
  const y = middle(seats.map((seat) => seat.y))
  const far = ({ x: left, y: top }: SeatLine) => Math.hypot(left - x, top - y)
  const [first, ...others] = seats
  if (!first) return hallProblem(drawn[0]?.block.line ?? 1, "position-too-far")
  const worst = others.reduce((one, other) => (far(other) > far(one) ? other : one), first)
  return hallProblem(worst.line, "position-too-far", `${worst.x}, ${worst.y}`)
}
