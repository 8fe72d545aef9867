import type { Plan, PlanArea, Seat } from "@podo/contract/seating"
import type { Point } from "./plan-geometry.ts"

/** Seats of one row stand this far apart, in plan units. */
export const SEAT_PITCH = 10

/** `turn`: the row's slope at the seat in degrees, so that seats of a curved row stand along it. */
export type PlacedSeat = Seat & { turn: number }
export type SeatRow = { key: string; row: string; seats: PlacedSeat[] }
export type SeatBlock = { area: PlanArea; tier: number; rows: SeatRow[] }

/** As many as there are colours in the style sheet. */
export const TIERS = 8

/** Areas of one price share a tier, and with it a colour: 0 is the dearest. */
export function tiersOf(areas: readonly PlanArea[]): ReadonlyMap<string, number> {
  const prices = [...new Set(areas.map(({ price }) => price))].toSorted((a, b) => b - a)
  return new Map(areas.map(({ area, price }) => [area, prices.indexOf(price) % TIERS]))
}

/** The plan as it is read aloud: areas, their rows, their seats, each in the order of places. */
export function blocksOf(plan: Plan): SeatBlock[] {
  const tiers = tiersOf(plan.areas)
  const seats = plan.seats.toSorted((a, b) => a.place - b.place)
  const blocks = plan.areas.map((area) => {
    const own = seats.slice(
      seatsBefore(seats, area.firstPlace),
      seatsBefore(seats, area.firstPlace + area.capacity),
    )
    return { area, tier: tiers.get(area.area) ?? 0, rows: rowsOf(area, own) }
  })
  return blocks.filter(({ rows }) => rows.length > 0)
}

/** How many of the seats, which are in the order of places, come before a place. */
export function seatsBefore(seats: readonly Seat[], place: number): number {
  let from = 0
  let to = seats.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((seats[middle]?.place ?? Infinity) < place) from = middle + 1
    else to = middle
  }
  return from
}

function rowsOf(area: PlanArea, seats: readonly Seat[]): SeatRow[] {
  const rows = Map.groupBy(seats, ({ row }) => row)
  return [...rows].map(([row, members]) => ({
    key: `${area.area}/${row}`,
    row,
    seats: members.map((seat, index) => ({ ...seat, turn: turnAt(members, index) })),
  }))
}

function turnAt(row: readonly Seat[], index: number): number {
  const at = row[index]
  // Across an aisle the neighbour says nothing about the slope here.
  const beside = [row[index - 1], row[index + 1]].filter(
    (seat) => seat && at && Math.hypot(seat.x - at.x, seat.y - at.y) < 1.6 * SEAT_PITCH,
  )
  const from = beside.length === 2 ? beside[0] : at
  const to = beside.at(-1)
  if (!from || !to) return 0
  const degrees = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
  // A rounded square looks the same after a quarter turn: keep the smallest one.
  return Math.round((degrees - 90 * Math.round(degrees / 90)) * 10) / 10
}

/** The seat nearest to a point, if one is within reach. */
export function seatAt<S extends Point>(seats: readonly S[], point: Point, reach: number) {
  let nearest: S | undefined
  let best = reach
  for (const seat of seats) {
    const distance = Math.hypot(seat.x - point.x, seat.y - point.y)
    if (distance < best) {
      best = distance
      nearest = seat
    }
  }
  return nearest
}
