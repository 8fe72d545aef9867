import type { EventId, PerformanceId, UserId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { coalescing, coalescingMany } from "@podo/redis/coalesce-reads"
import { listBooked, listBookers } from "./events.queries.ts"

export type Booked = { eventId: EventId; performanceId: PerformanceId }

const readers = new WeakMap<Database, ReturnType<typeof readerOf>>()

/**
 * The bookings that a person has of these events. All who look at the same events at once are asked about in one query,
 * which begins after each of them has asked.
 */
export function readBooked(
  db: Database,
  userId: UserId,
  eventIds: EventId[],
): Promise<readonly Booked[]> {
  const read = readers.get(db) ?? readerOf(db)
  readers.set(db, read)
  return read(userId, eventIds)
}

function readerOf(db: Database) {
  const coalesce = coalescing<Map<UserId, Booked[]>>()
  const waiting = new Map<string, UserId[]>()
  return async (userId: UserId, eventIds: EventId[]): Promise<readonly Booked[]> => {
    const question = eventIds.join()
    const people = waiting.get(question) ?? []
    waiting.set(question, people)
    people.push(userId)
    const booked = await coalesce(question, async () => {
      // A later caller waits for the next query.
      const asked = waiting.get(question) ?? []
      waiting.delete(question)
      return Map.groupBy(await listBooked(db, asked, eventIds), (row) => row.userId)
    })
    return booked.get(userId) ?? []
  }
}

const bookers = new WeakMap<Database, (userId: UserId) => Promise<true | undefined>>()

/** Whether a person has booked anything: to who has not, an event is what it is to a stranger. */
export async function hasBooked(db: Database, userId: UserId): Promise<boolean> {
  const read = bookers.get(db) ?? coalescingMany((userIds: UserId[]) => readBookers(db, userIds))
  bookers.set(db, read)
  return (await read(userId)) ?? false
}

async function readBookers(db: Database, userIds: UserId[]): Promise<Map<UserId, true>> {
  const rows = await listBookers(db, userIds)
  return new Map(rows.map(({ userId }) => [userId, true]))
}
