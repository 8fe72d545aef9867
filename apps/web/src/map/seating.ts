import type { Plan, PlanArea, Seat } from "@podo/contract/seating"
import { areaNameSpotsOf } from "./area-names.ts"
import { boxAround, cornersOf, hallCorners, MARGIN, type Box, type Point } from "./plan-geometry.ts"
import { rowLabelsOf, type RowLabel } from "./row-labels.ts"
import { indexBoxes, indexPoints } from "./seat-index.ts"
import {
  blocksOf,
  SEAT_PITCH,
  seatsBefore,
  type PlacedSeat,
  type SeatBlock,
  type SeatRow,
} from "./seat-rows.ts"

/** A row as it is painted: all of its seats in one go. */
export type PaintedRow = SeatRow & {
  tier: number
  area: PlanArea
  box: Box
  first: number
  last: number
}

/** A hall prepared for painting and pressing: computed once, for a plan never changes. */
export type Seating = {
  plan: Plan
  /** The view of the hall when all of it is seen. */
  box: Box
  blocks: SeatBlock[]
  seatOf: (place: number) => PlacedSeat | undefined
  blockOf: (place: number) => SeatBlock | undefined
  /** The nearest seat within reach. */
  seatAt: (point: Point, reach: number) => PlacedSeat | undefined
  rowsIn: (box: Box) => PaintedRow[]
  labelsIn: (box: Box) => RowLabel[]
  /** The middle of each area's name, where there is room for it. */
  names: ReadonlyMap<string, Point>
}

export function seatingOf(plan: Plan, seats: readonly Seat[]): Seating {
  const blocks = blocksOf({ ...plan, seats: [...seats] })
  const placed = blocks.flatMap(({ rows }) => rows.flatMap((row) => row.seats))
  const inOrder = placed.toSorted((a, b) => a.place - b.place)
  const index = indexPoints(placed)
  const labels = rowLabelsOf(blocks, index)
  const letters = indexPoints(labels)
  const spots = areaNameSpotsOf(blocks, { seats: index, letters, stage: plan.stage })
  const hall = boxAround([...seats, ...hallCorners(plan)], MARGIN)
  return {
    plan,
    box: withNames(
      hall,
      [...spots.values()].map(({ box }) => box),
    ),
    blocks,
    seatOf: (place) => {
      const seat = inOrder[seatsBefore(inOrder, place)]
      return seat?.place === place ? seat : undefined
    },
    blockOf: (place) => blocks.find(({ area }) => holdsPlace(area, place)),
    seatAt: index.nearest,
    rowsIn: indexBoxes(blocks.flatMap(paintedRows), ({ box }) => box),
    labelsIn: letters.within,
    names: new Map([...spots].map(([area, { middle }]) => [area, middle])),
  }
}

const holdsPlace = ({ firstPlace, capacity }: PlanArea, place: number) =>
  place >= firstPlace && place < firstPlace + capacity

const paintedRows = ({ area, tier, rows }: SeatBlock): PaintedRow[] =>
  rows.map((row) => ({
    ...row,
    area,
    tier,
    box: boxAround(row.seats, SEAT_PITCH / 2),
    first: row.seats[0]?.place ?? 0,
    last: row.seats.at(-1)?.place ?? -1,
  }))

/** With room for the area names, on both sides alike: a hall looks wrong off its middle. */
function withNames(hall: Box, names: readonly Box[]): Box {
  const all = boxAround([hall, ...names].flatMap(cornersOf))
  const more = Math.max(hall.x - all.x, all.x + all.width - hall.x - hall.width)
  return { ...all, x: hall.x - more, width: hall.width + 2 * more }
}
