import type { Plan } from "@podo/contract/seating"
import { boxAround, cornersOf, type Box, type Point } from "./plan-geometry.ts"
import { areaNameSpotsOf } from "./area-names.ts"
import { rowLabelsOf, type RowLabel } from "./row-labels.ts"
import { indexPoints } from "./seat-index.ts"
import { facingStage, seatMapBox } from "./section-plan.ts"
import { blocksOf, type PlacedSeat, type SeatBlock, type SeatRow } from "./seat-rows.ts"

/** A plan prepared for drawing and walking: computed once, for a plan never changes. */
export type House = {
  plan: Plan
  box: Box
  blocks: SeatBlock[]
  labels: RowLabel[]
  /** The middle of each area's name, where there is room for it. */
  names: ReadonlyMap<string, Point>
  seats: PlacedSeat[]
  seatOf: ReadonlyMap<number, PlacedSeat>
  rowOf: ReadonlyMap<number, SeatRow>
  blockOf: ReadonlyMap<number, SeatBlock>
}

export function houseOf(asDrawn: Plan): House {
  const plan = facingStage(asDrawn)
  const blocks = blocksOf(plan)
  const seatOf = new Map<number, PlacedSeat>()
  const rowOf = new Map<number, SeatRow>()
  const blockOf = new Map<number, SeatBlock>()
  for (const block of blocks) {
    for (const row of block.rows) {
      for (const seat of row.seats) {
        seatOf.set(seat.place, seat)
        rowOf.set(seat.place, row)
        blockOf.set(seat.place, block)
      }
    }
  }
  const seats = [...seatOf.values()]
  const spots = areaNameSpotsOf(blocks, indexPoints(seats))
  return {
    plan,
    box: withNames(
      seatMapBox(plan),
      [...spots.values()].map(({ box }) => box),
    ),
    blocks,
    labels: rowLabelsOf(blocks, indexPoints(seats)),
    names: new Map([...spots].map(([area, { middle }]) => [area, middle])),
    seats,
    seatOf,
    rowOf,
    blockOf,
  }
}

/** With room for the area names, on both sides alike: a hall looks wrong off its middle. */
function withNames(hall: Box, names: readonly Box[]): Box {
  const all = boxAround([hall, ...names].flatMap(cornersOf))
  const more = Math.max(hall.x - all.x, all.x + all.width - hall.x - hall.width)
  return { ...all, x: hall.x - more, width: hall.width + 2 * more }
}
