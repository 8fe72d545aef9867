import { findSaleTerms, listAreas } from "@podo/catalog/sale-terms.queries"
import { Refused } from "@podo/contract/refusal"
import type { Plan, ReadPlan } from "@podo/contract/seating"
import type { Stores } from "@podo/db/stores"
import { findHall, listOutlines, listSeats } from "./plans.queries.ts"

const TENTHS = 10

/** What never changes of a performance's hall. Refuses with NOT_FOUND for an unknown performance or area. */
export async function readPlan(
  { db }: Stores,
  { performanceId, area, seats: withSeats }: ReadPlan,
): Promise<Plan> {
  const { hallId, currency } = await findSaleTerms(db, performanceId)
  const [hall, areas, outlines, seats] = await Promise.all([
    findHall(db, hallId),
    listAreas(db, performanceId),
    listOutlines(db, hallId),
    withSeats ? listSeats(db, hallId, area) : [],
  ])
  if (area && !areas.some((one) => one.area === area)) {
    throw new Refused({ code: "NOT_FOUND", what: "area" })
  }
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
    seats: seats.map(({ place, rowName, seatNumber, x, y, wheelchair }) => ({
      place,
      row: rowName,
      number: seatNumber,
      x: x / TENTHS,
      y: y / TENTHS,
      accessible: wheelchair,
    })),
  }
}
