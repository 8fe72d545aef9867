import type { HallId, Place } from "@podo/contract/ids"
import type { SeatRuns } from "@podo/contract/seating"
import type { Database } from "@podo/db/connect"
import type { Stores } from "@podo/stores/stores"
import { readHallSeats } from "./read-seats.ts"

/** The label of a seat; nothing where people stand. */
export type SeatName = { rowName: string | null; seatNumber: number | null }

type SeatNames = (place: Place) => SeatName

const STANDING: SeatName = { rowName: null, seatNumber: null }
/** A hall of 50,000 seats has some thousand runs: about 100 kB each. */
const HALLS_MAX = 64

const known = new WeakMap<Database, Map<HallId, Promise<SeatNames>>>()

/** The names of a hall's seats, which never change: a process reads them once. */
export async function seatNamesOf(stores: Stores, hallId: HallId): Promise<SeatNames> {
  const halls = known.get(stores.db) ?? new Map<HallId, Promise<SeatNames>>()
  known.set(stores.db, halls)
  const reading = halls.get(hallId) ?? readHallSeats(stores, hallId).then(namesIn)
  halls.delete(hallId)
  halls.set(hallId, reading)
  const [oldest] = halls.keys()
  if (halls.size > HALLS_MAX && oldest !== undefined) halls.delete(oldest)
  return reading.catch((error: unknown) => {
    if (halls.get(hallId) === reading) halls.delete(hallId)
    throw error
  })
}

function namesIn({ runs }: SeatRuns): SeatNames {
  const ranges = runs
    .map(({ row, place, number, step, x }) => ({ row, place, number, step, seats: x.length }))
    .toSorted((one, other) => one.place - other.place)
  return (place) => {
    const range = ranges[lastAtOrBefore(ranges, place)]
    if (!range || place >= range.place + range.seats) return STANDING
    return { rowName: range.row, seatNumber: range.number + range.step * (place - range.place) }
  }
}

/** By halving; -1 when all come later. */
function lastAtOrBefore(ranges: { place: Place }[], place: Place): number {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.place ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}
