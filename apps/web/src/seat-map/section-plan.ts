import type { Corner, Plan, Seat } from "@podo/contract/seating"
import {
  boxAround,
  centreOf,
  hallCorners,
  MARGIN,
  middleOf,
  type Box,
  type Point,
} from "./plan-geometry.ts"

/** Some seated area came without its seats: this plan shows a section of a larger hall. */
function isSection(plan: Plan): boolean {
  return plan.areas.some(
    ({ kind, firstPlace, capacity }) =>
      kind === "seated" &&
      !plan.seats.some(({ place }) => place >= firstPlace && place < firstPlace + capacity),
  )
}

/** What the seat map shows when it is zoomed out: the hall, or the one section that was asked for. */
export function seatMapBox(plan: Plan): Box {
  if (isSection(plan)) return boxAround(plan.seats, 1.5 * MARGIN)
  return boxAround([...plan.seats, ...hallCorners(plan)], MARGIN)
}

/**
 * A section turned so that its rows lie level and the stage is ahead, as one sits in it: the sections
 * of a stadium look every way. A whole hall stays as it was drawn.
 */
export function facingStage(plan: Plan): Plan {
  if (plan.seats.length < 2 || !isSection(plan)) return plan
  const pivot = centreOf(boxAround(plan.seats))
  const slope = -slopeOf(longestRow(plan.seats))
  const level = turned(plan, pivot, slope)
  const isAhead = plan.stage.length === 0 || middleOf(level.stage).y <= pivot.y
  return isAhead ? level : turned(plan, pivot, slope + Math.PI)
}

function longestRow(seats: readonly Seat[]): Seat[] {
  const rows = [...Map.groupBy(seats, ({ row }) => row).values()]
  return rows.toSorted((a, b) => b.length - a.length)[0] ?? []
}

function slopeOf(row: readonly Seat[]): number {
  const first = row[0]
  const last = row.at(-1)
  return first && last ? Math.atan2(last.y - first.y, last.x - first.x) : 0
}

function turned(plan: Plan, pivot: Point, radians: number): Plan {
  const cos = Math.cos(radians)
  const sin = Math.sin(radians)
  const turn = ({ x, y }: Point): Point => ({
    x: pivot.x + (x - pivot.x) * cos - (y - pivot.y) * sin,
    y: pivot.y + (x - pivot.x) * sin + (y - pivot.y) * cos,
  })
  const corner = ([x, y]: Corner): Corner => {
    const to = turn({ x, y })
    return [to.x, to.y]
  }
  return {
    ...plan,
    stage: plan.stage.map(corner),
    areas: plan.areas.map((area) => ({ ...area, outline: area.outline.map(corner) })),
    seats: plan.seats.map((seat) => ({ ...seat, ...turn(seat) })),
  }
}
