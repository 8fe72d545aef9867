import type { PricedArea } from "@podo/catalog/sale-terms.queries"
import type { Area, Place } from "@podo/contract/ids"
import type { Corner } from "@podo/contract/seating"
import { middleOf, rankOf, stageFrontOf } from "./place-ranks.ts"

/** So that looking at a run is never much work; no fire officer lets so many sit between two aisles. */
const SEATS_PER_RUN_MAX = 128
export const STANDING_PER_RUN = 64
const ACCESSIBLE_PER_RUN_MAX = 32
/** Where neighbours stand farther apart than so many times the usual distance, there is an aisle between them. */
const AISLE = 1.6
const TENTHS = 10
/** Seats of one row stand 10 plan units apart, as a rule, and the widest of them less than twice as far. */
const DISTANCE = { min: 100, max: 200 }

export type HallSeat = {
  place: Place
  rowName: string
  /** In tenths of plan units. */
  x: number
  y: number
  wheelchair: boolean
  companion: boolean
}

/** Some places of one row, each beside the next; or of those where people stand, in their order. */
export type Run = {
  first: Place
  last: Place
  /** The one with the best rank. */
  best: Place
  area: Area
  /** `o` where anybody may sit; else as runs.lua tells. */
  kinds: string
}

export type HallPlan = {
  width: number
  stage: Corner[]
  seats: HallSeat[]
  outlines: ReadonlyMap<Area, Corner[]>
}

type Range = Pick<PricedArea, "area" | "firstPlace" | "capacity">

/** All runs of a hall in the order of their places, and the rank of each place. */
export function runsOfHall(plan: HallPlan, areas: Range[]): { runs: Run[]; ranks: number[] } {
  const front = stageFrontOf(plan.stage, plan.width)
  const ranks: number[] = []
  let worst = 0
  for (const { place, x, y } of plan.seats) {
    const rank = rankOf([x / TENTHS, y / TENTHS], front)
    ranks[place] = rank
    worst = Math.max(worst, rank)
  }
  const seatAt = new Map(plan.seats.map((seat) => [seat.place, seat]))
  const runs = areas.flatMap((range): Run[] => {
    const { area, firstPlace, capacity } = range
    const places = Array.from({ length: capacity }, (_, index) => firstPlace + index)
    const seats = places.flatMap((place) => seatAt.get(place) ?? [])
    if (seats.length === capacity) return seatedRuns(seats, area, ranks)
    const middle = rankOf(middleOf(plan.outlines.get(area) ?? []), front)
    // The floor is nearest to the stage, but where there are seats nobody stands who has not asked for it.
    return standingRuns(range, worst + middle, ranks)
  })
  return { runs, ranks }
}

function standingRuns({ area, firstPlace, capacity }: Range, middle: number, ranks: number[]) {
  return Array.from({ length: Math.ceil(capacity / STANDING_PER_RUN) }, (_, index): Run => {
    const first = firstPlace + index * STANDING_PER_RUN
    const last = Math.min(first + STANDING_PER_RUN, firstPlace + capacity) - 1
    for (let place = first; place <= last; place++) ranks[place] = middle + index
    return { first, last, best: first, area, kinds: "o" }
  })
}

function seatedRuns(seats: HallSeat[], area: Area, ranks: number[]): Run[] {
  const reach = AISLE * usualDistance(seats)
  const isBeside = (one: HallSeat | undefined, other: HallSeat | undefined) =>
    one !== undefined && other !== undefined && isSameRow(one, other) && gap(one, other) <= reach
  const cut: HallSeat[][] = []
  for (const seat of seats) {
    const run = cut.at(-1)
    const last = run?.at(-1)
    const goesOn = isBeside(last, seat) && last && isAccessible(last) === isAccessible(seat)
    if (run && goesOn && run.length < mostOf(seat)) run.push(seat)
    else cut.push([seat])
  }
  return cut.flatMap((run, index) => {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) return []
    const before = isBeside(cut[index - 1]?.at(-1), first) ? cut[index - 1]?.at(-1) : undefined
    const after = isBeside(last, cut[index + 1]?.[0]) ? cut[index + 1]?.[0] : undefined
    const kinds = isAccessible(first) ? kindsOf(run, before, after) : "o"
    return [{ first: first.place, last: last.place, best: bestOf(run, ranks), area, kinds }]
  })
}

const isSameRow = (one: HallSeat, other: HallSeat) =>
  one.rowName === other.rowName && other.place === one.place + 1

const gap = (one: HallSeat, other: HallSeat) => Math.hypot(one.x - other.x, one.y - other.y)

const isAccessible = ({ wheelchair, companion }: HallSeat) => wheelchair || companion

const mostOf = (seat: HallSeat) => (isAccessible(seat) ? ACCESSIBLE_PER_RUN_MAX : SEATS_PER_RUN_MAX)

/** How far neighbours stand apart: of an area's distances the lower quartile, for only few are across an aisle. */
function usualDistance(seats: HallSeat[]): number {
  const distances = seats.flatMap((seat, index) => {
    const next = seats[index + 1]
    return next && isSameRow(seat, next) ? [gap(seat, next)] : []
  })
  const inOrder = distances.toSorted((one, other) => one - other)
  const usual = inOrder[Math.floor(inOrder.length / 4)] ?? DISTANCE.min
  return Math.min(DISTANCE.max, Math.max(DISTANCE.min, usual))
}

function kindsOf(run: HallSeat[], before: HallSeat | undefined, after: HallSeat | undefined) {
  const kinds = run.map(({ wheelchair }) => (wheelchair ? "w" : "c")).join("")
  const [isAfterOrdinary, isBeforeOrdinary] = [before, after].map(
    (seat) => seat !== undefined && !isAccessible(seat),
  )
  return `${isAfterOrdinary ? "<" : ""}${kinds}${isBeforeOrdinary ? ">" : ""}`
}

const bestOf = (run: HallSeat[], ranks: number[]): Place =>
  run.reduce<Place>(
    (best, { place }) => ((ranks[place] ?? 0) < (ranks[best] ?? 0) ? place : best),
    run[0]?.place ?? 0,
  )
