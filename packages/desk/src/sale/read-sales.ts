import { type Organizer, ownEvent } from "../own-event.ts"
import type { EventSales, ReadSales } from "@podo/contract/desk"
import type { Database } from "@podo/db/connect"
import { countSold, listSales } from "./sales.queries.ts"

/** The sales of one event of an organizer. Refuses with NOT_FOUND or NOT_ALLOWED. */
export async function readSales(
  db: Database,
  organizer: Organizer,
  { eventId }: ReadSales,
): Promise<EventSales> {
  const { currency } = await ownEvent(db, organizer, eventId)
  const [performances, counts] = await Promise.all([listSales(db, eventId), countSold(db, eventId)])
  const booked = new Map(counts.map((count) => [count.id, count.booked]))
  return {
    eventId,
    currency,
    performances: performances.map(({ id, startsAt, capacity, revenue }) => ({
      performanceId: id,
      startsAt: startsAt.toISOString(),
      capacity,
      booked: booked.get(id) ?? 0,
      revenue: Number(revenue ?? 0),
    })),
  }
}
