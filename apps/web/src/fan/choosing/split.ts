import type { Plan, Seat } from "@podo/contract/seating"
import { SEAT_PITCH } from "../../map/seat-rows.ts"
import { areaOfPlace } from "../../map/plan-query.ts"

/** Further apart than this, two seats of a row have an aisle between them. */
const BESIDE = 1.6 * SEAT_PITCH

/** How far apart those are who do not sit together, the nearest first. */
type SplitWay = "row" | "rows" | "area" | "areas"

/** How people would sit: `parts` are the sizes of the groups that sit side by side, the largest first. */
export type Split = { parts: readonly number[]; way: SplitWay }

/** `seats` are those of the hall, in the order of places; `taken` those that somebody would sit on. */
export function splitOf(plan: Plan, seats: readonly Seat[], taken: readonly Seat[]): Split {
  const groups = groupsOf(plan, taken)
  const parts = groups.map((group) => group.length).toSorted((one, other) => other - one)
  return { parts, way: wayOf(plan, seats, groups) }
}

function groupsOf(plan: Plan, taken: readonly Seat[]): Seat[][] {
  const groups: Seat[][] = []
  const inOrder = taken.toSorted((one, other) => one.place - other.place)
  for (const seat of inOrder) {
    const beside = groups.find((group) => group.some((other) => areBeside(plan, seat, other)))
    if (beside === undefined) groups.push([seat])
    else beside.push(seat)
  }
  return groups
}

function areBeside(plan: Plan, one: Seat, other: Seat): boolean {
  return isSameRow(plan, one, other) && Math.hypot(one.x - other.x, one.y - other.y) < BESIDE
}

const isSameRow = (plan: Plan, one: Seat, other: Seat) =>
  one.row === other.row && areaOfPlace(plan, one.place) === areaOfPlace(plan, other.place)

function wayOf(plan: Plan, seats: readonly Seat[], groups: readonly Seat[][]): SplitWay {
  const [first, ...others] = groups.flatMap(([seat]) => (seat === undefined ? [] : [seat]))
  if (first === undefined) return "row"
  if (others.every((seat) => isSameRow(plan, first, seat))) return "row"
  const area = areaOfPlace(plan, first.place)
  if (others.some((seat) => areaOfPlace(plan, seat.place) !== area)) return "areas"
  const rows = new Set<string>()
  for (const { place, row } of seats) {
    if (areaOfPlace(plan, place) === area) rows.add(row)
  }
  const order = [...rows]
  const at = [first, ...others].map(({ row }) => order.indexOf(row)).toSorted((a, b) => a - b)
  const isOneBehindTheOther = at.every((row, index) => row - (at[index - 1] ?? row) <= 1)
  return isOneBehindTheOther ? "rows" : "area"
}
