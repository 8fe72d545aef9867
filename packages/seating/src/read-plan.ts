import { findSaleTerms, listAreas } from "@podo/catalog/sale-terms.queries"
import { scopeOfEvent } from "@podo/catalog/scopes"
import type { HallId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { Plan, type ReadPlan } from "@podo/contract/seating"
import type { Stores } from "@podo/stores/stores"
import { readThrough } from "@podo/redis/read-through"
import { areFixed } from "./fixed-terms.ts"
import { findHall, listOutlines, listSeats } from "./plans.queries.ts"

const TENTHS = 10

/** A stadium's plan is large, so only a few stay parsed. */
const plans = readThrough({ kind: "plan", slots: 64, parsedMax: 8, value: Plan.nullable() })

export type PlanOnSale = {
  plan: Plan
  /** Browsers may keep it for ever. */
  isFixed: boolean
}

/** A performance's plan. Refuses with NOT_FOUND for an unknown performance or area, and for a draft's. */
export async function readPlan(stores: Stores, input: ReadPlan): Promise<PlanOnSale> {
  const terms = await findSaleTerms(stores.db, input.performanceId)
  const isFixed = areFixed(terms)
  const plan = await plans(stores.redis, {
    scopes: [scopeOfEvent(terms.eventId)],
    // A value that will be kept for ever is read again: an answer from before may be one that was about to change.
    question: JSON.stringify([input.performanceId, input.area, input.seats, isFixed]),
    load: () => loadPlan(stores, terms, input),
  })
  if (!plan) throw new Refused({ code: "NOT_FOUND", what: "area" })
  return { plan, isFixed }
}

async function loadPlan(
  { db }: Stores,
  { hallId, currency }: { hallId: HallId; currency: string },
  { performanceId, area, seats: withSeats }: ReadPlan,
): Promise<Plan | null> {
  const [hall, areas, outlines, seats] = await Promise.all([
    findHall(db, hallId),
    listAreas(db, performanceId),
    listOutlines(db, hallId),
    withSeats ? listSeats(db, hallId, area) : [],
  ])
  if (area && !areas.some((one) => one.area === area)) return null
  return {
    width: hall.width,
    height: hall.height,
    stage: hall.stage,
    currency,
    areas: areas.map(({ area: id, name, englishName, kind, price, firstPlace, capacity }) => ({
      area: id,
      name,
      englishName,
      kind,
      price,
      firstPlace,
      capacity,
      outline: outlines.get(id) ?? [],
    })),
    seats: seats.map(({ place, rowName, seatNumber, x, y, wheelchair, companion }) => ({
      place,
      row: rowName,
      number: seatNumber,
      x: x / TENTHS,
      y: y / TENTHS,
      accessible: wheelchair,
      companion,
    })),
  }
}
