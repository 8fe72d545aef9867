import { type Dice, shuffled } from "./dice.ts"
import type { AreaPlan, HallPlan } from "./hall-plan.ts"

/** Places that one person books together, in ascending order. */
export type Party = { area: AreaPlan; places: number[] }

// How fast a grade sells: below one it is ahead of the house, above one behind.
const appetite: Record<string, number> = {
  vip: 0.6,
  s: 1.3,
  floor: 0.3,
  middle: 1.4,
  upper: 2,
  standing: 0.7,
}

// Most people come in twos.
const partySizes = [1, 2, 2, 2, 2, 1, 3, 4, 2, 4]
const NEIGHBOUR = 12

const sizeOf = (dice: Dice, most: number) =>
  Math.min(most, partySizes[Math.floor(dice() * partySizes.length)] ?? 1)

/** Cuts neighbours into parties. */
function partiesOf(dice: Dice, most: number, run: number[]): number[][] {
  const parties: number[][] = []
  for (let at = 0; at < run.length;) {
    const size = sizeOf(dice, most)
    parties.push(run.slice(at, at + size))
    at += size
  }
  return parties
}

/** Seats of a row that stand side by side, without an aisle between them. */
function runsOf({ seats }: AreaPlan): number[][] {
  const runs: number[][] = []
  for (const [index, seat] of seats.entries()) {
    const before = seats[index - 1]
    const near =
      before !== undefined &&
      before.row === seat.row &&
      Math.hypot(before.x - seat.x, before.y - seat.y) <= NEIGHBOUR
    if (near) runs.at(-1)?.push(index)
    else runs.push([index])
  }
  return runs
}

/** The middle of the front rows goes first, but tastes differ. Wheelchair places are left for those who need them. */
function attractionOf(area: AreaPlan): (seat: number, dice: Dice) => number {
  const { seats } = area
  const rows = [...new Set(seats.map(({ row }) => row))]
  const rank = new Map(rows.map((row, index) => [row, index / rows.length]))
  const xs = seats.map(({ x }) => x)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const middle = (left + right) / 2
  return (index, dice) => {
    const seat = seats[index]
    if (!seat || seat.wheelchair || seat.companion) return -10
    const aside = Math.abs(seat.x - middle) / (right - left || 1)
    return dice() * 0.8 - (rank.get(seat.row) ?? 0) * 0.5 - aside * 0.9
  }
}

/** Fills part of an area with parties that chose their places; all of it when `sold` is 1. */
function partiesOfArea(area: AreaPlan, most: number, sold: number, dice: Dice): Party[] {
  const share = sold ** (appetite[area.grade] ?? 1)
  const wanted = Math.round(area.capacity * share)
  if (area.kind === "standing") {
    const run = Array.from({ length: wanted }, (_, index) => area.firstPlace + index)
    return partiesOf(dice, most, run).map((places) => ({ area, places }))
  }
  const attraction = attractionOf(area)
  const parties = runsOf(area)
    .flatMap((run) => partiesOf(dice, most, run))
    .map((seats) => ({ seats, order: attraction(seats[0] ?? 0, dice) }))
    .toSorted((a, b) => b.order - a.order)
  let taken = 0
  return parties.flatMap(({ seats }) => {
    if (taken + seats.length > wanted) return []
    taken += seats.length
    return [{ area, places: seats.map((seat) => area.firstPlace + seat) }]
  })
}

/** The owners of seats in a hall of which a part is sold. Each has at most `most` places. */
export const crowdOf = (hall: HallPlan, most: number, sold: number, dice: Dice): Party[] =>
  sold === 0
    ? []
    : shuffled(
        dice,
        hall.areas.flatMap((area) => partiesOfArea(area, most, sold, dice)),
      )
