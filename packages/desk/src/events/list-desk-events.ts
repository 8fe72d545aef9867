import { cursorOf } from "@podo/contract/cursor"
import type { DeskEventPage, ListDeskEvents } from "@podo/contract/desk"
import type { Stores } from "@podo/stores/stores"
import type { Organizer } from "../own-event.ts"
import { listDeskEventRows } from "./desk-events.queries.ts"
import { countTaken, listPerformanceRows } from "../performances/desk-performances.queries.ts"
import { deskFactsOf } from "./read-desk-event.ts"

/** The events of an organizer, the last created first; an admin sees everybody's. Three queries, however many events. */
export async function listDeskEvents(
  { db }: Stores,
  organizer: Organizer,
  input: ListDeskEvents,
): Promise<DeskEventPage> {
  const rows = await listDeskEventRows(db, organizer, input)
  const page = rows.slice(0, input.limit)
  const performances = await listPerformanceRows(
    db,
    page.map(({ id }) => id),
  )
  const taken = await countTaken(
    db,
    performances.map(({ id }) => id),
  )
  const byEvent = Map.groupBy(performances, ({ eventId }) => eventId)
  const last = page.at(-1)
  return {
    events: page.map((row) => {
      const own = byEvent.get(row.id) ?? []
      const alive = own.filter(({ cancelledAt }) => cancelledAt === null)
      return {
        ...deskFactsOf(row),
        performances: own.length,
        capacity: alive.reduce((sum, { capacity }) => sum + capacity, 0),
        booked: own.reduce((sum, { id }) => sum + (taken.get(id)?.booked ?? 0), 0),
      }
    }),
    nextCursor:
      last && rows.length > page.length ? cursorOf([last.createdAt.getTime(), last.id]) : null,
  }
}
