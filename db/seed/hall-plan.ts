import type { AreaKind } from "@podo/contract/catalog"
import type { Area, HallId, VenueId } from "@podo/contract/ids"
import type { Corner } from "@podo/contract/seating"
import { areaOf, hallIdOf, venueIdOf } from "./ids.ts"

/** A seat of a hall, in plan units. */
export type SeatPlan = {
  row: string
  number: number
  x: number
  y: number
  /** For a wheelchair. */
  wheelchair?: boolean
  /** For who comes along with one. */
  companion?: boolean
}

export type AreaDrawing = {
  area: string
  name: string
  englishName: string
  kind: AreaKind
  /** Areas of one grade cost the same. */
  grade: string
  capacity: number
  outline: Corner[]
  /** In the order of their places; empty when people stand. */
  seats: SeatPlan[]
}

/** An area that has its range of places: firstPlace .. firstPlace + capacity - 1. */
export type AreaPlan = Omit<AreaDrawing, "area"> & { area: Area; firstPlace: number }

export type HallPlan = {
  key: string
  hallId: HallId
  name: string
  englishName: string
  venue: { venueId: VenueId; name: string; englishName: string; address: string }
  width: number
  height: number
  stage: Corner[]
  areas: AreaPlan[]
  capacity: number
}

type HallDrawing = Pick<HallPlan, "key" | "name" | "englishName" | "width" | "height" | "stage"> & {
  venue: { name: string; englishName: string; address: string }
  areas: AreaDrawing[]
}

/** Numbers the places: area after area, each from 0 up without a gap. */
export function planOf({ venue, areas, ...hall }: HallDrawing): HallPlan {
  let capacity = 0
  const planned = areas.map((drawing) => {
    const firstPlace = capacity
    capacity += drawing.capacity
    return { ...drawing, area: areaOf(drawing.area), firstPlace }
  })
  return {
    ...hall,
    hallId: hallIdOf(hall.key),
    venue: { venueId: venueIdOf(hall.key), ...venue },
    areas: planned,
    capacity,
  }
}

/** Along each of these stretches, from its first seat on, one is for a wheelchair and the next for who comes along. */
export function withPairs(seats: SeatPlan[], stretches: SeatPlan[][]): SeatPlan[] {
  const pairs = stretches.flatMap((stretch) =>
    stretch.map((seat, at) => [seat, at % 2 === 0 ? "wheelchair" : "companion"] as const),
  )
  const made = new Map(pairs)
  return seats.map((seat) => {
    const use = made.get(seat)
    return use ? { ...seat, [use]: true } : seat
  })
}

/** Row letters as houses use them: without I and O, which look like digits. */
export const ROW_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ".split("")
