import type { HallPlan } from "./hall-plan.ts"
import { park } from "./park.ts"
import { stadium } from "./stadium.ts"
import { studio } from "./studio.ts"
import { theatre } from "./theatre.ts"
import { village } from "./village.ts"

/** Every hall of the demo. */
export const hallPlans: HallPlan[] = [studio, theatre, park, village, stadium]

const TENTHS = 10

/** The rows of a hall's seats, in the order of places. */
export const seatRowsOf = ({ hallId, areas }: HallPlan) =>
  areas.flatMap(({ area, firstPlace, seats }) =>
    seats.map(({ row, number, x, y, wheelchair = false, companion = false }, index) => ({
      hallId,
      place: firstPlace + index,
      area,
      rowName: row,
      seatNumber: number,
      x: Math.round(x * TENTHS),
      y: Math.round(y * TENTHS),
      wheelchair,
      companion,
    })),
  )
