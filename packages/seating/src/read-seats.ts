import { findSaleTerms } from "@podo/catalog/sale-terms.queries"
import type { HallId } from "@podo/contract/ids"
import { type OfPerformance, SeatRuns } from "@podo/contract/seating"
import type { Stores } from "@podo/stores/stores"
import type { Scope } from "@podo/redis/generations"
import { readThrough } from "@podo/redis/read-through"
import { areFixed } from "./fixed-terms.ts"
import { listSeats } from "./plans.queries.ts"
import { runsOf } from "./seat-runs.ts"

/** Nothing makes them old: the seats of a hall are written with it, and stay. */
const HALLS: Scope = "halls"

const hallSeats = readThrough({ kind: "seats", slots: 64, parsedMax: 8, value: SeatRuns })

export type SeatsOnSale = {
  seats: SeatRuns
  /** Browsers may keep them for ever. */
  isFixed: boolean
}

/** Where each seat of a hall is: written with the hall, and never changed. */
export async function readHallSeats({ db, redis }: Stores, hallId: HallId): Promise<SeatRuns> {
  return hallSeats(redis, {
    scopes: [HALLS],
    question: hallId,
    load: async () => ({ runs: runsOf(await listSeats(db, hallId)) }),
  })
}

/** Where each seat of a performance is. Refuses with NOT_FOUND for an unknown performance, and for a draft's. */
export async function readSeats(
  stores: Stores,
  { performanceId }: OfPerformance,
): Promise<SeatsOnSale> {
  const terms = await findSaleTerms(stores.db, performanceId)
  return { seats: await readHallSeats(stores, terms.hallId), isFixed: areFixed(terms) }
}
