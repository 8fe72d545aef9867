import type { EventId, PerformanceId, UserId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { gathering } from "@podo/redis/gather"
import { listBooked } from "./events.queries.ts"

export type Booked = { eventId: EventId; performanceId: PerformanceId }

const readers = new WeakMap<Database, ReturnType<typeof readerOf>>()

/**
 * What of these events a person has booked. Whoever looks at the same events at once is asked about in one query,
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
  const gather = gathering<Map<UserId, Booked[]>>()
  const waiting = new Map<string, UserId[]>()
  return async (userId: UserId, eventIds: EventId[]): Promise<readonly Booked[]> => {
    const question = eventIds.join()
    const people = waiting.get(question) ?? []
    waiting.set(question, people)
    people.push(userId)
    const booked = await gather(question, async () => {
      // Whoever comes from now on waits for the next query.
      const asked = waiting.get(question) ?? []
      waiting.delete(question)
      return Map.groupBy(await listBooked(db, asked, eventIds), (row) => row.userId)
    })
    return booked.get(userId) ?? []
  }
}
