import type { EventId } from "@podo/contract/ids"
import { findNow } from "@podo/db/clock.queries"
import type { Database } from "@podo/db/connect"
import type { Stores } from "@podo/stores/stores"
import { raiseGenerations } from "@podo/redis/generations"
import {
  type Counts,
  listBookedLastDay,
  listBookedSince,
  listCounts,
  listCurrentAfter,
  listTaken,
  listTakenLastDay,
  setCounts,
} from "./count-bookings.queries.ts"
import { BOOKED_LISTS } from "./scopes.ts"

const EVENTS_PER_BATCH = 500
/** A transaction that began before the last look may have been committed after it. */
const OVERLAP_MS = 60_000
const FADE_EVERY_MS = 60_000

/**
 * Counts again what lists are sorted by: all of it at first, then what has been booked or cancelled since, and now and
 * then what was booked a day ago. Any number of workers may do so at once.
 */
export function bookingCounter({ db, redis }: Stores): () => Promise<void> {
  let since: Date | undefined
  let faded = performance.now()
  let isUntold = false
  return async () => {
    const now = await findNow(db)
    if (since) {
      const changed = await listBookedSince(db, new Date(since.getTime() - OVERLAP_MS))
      isUntold = (await countEvents(db, changed)) || isUntold
    } else {
      isUntold = (await countAll(db)) || isUntold
    }
    if (performance.now() - faded > FADE_EVERY_MS) {
      isUntold = (await countEvents(db, await listBookedLastDay(db))) || isUntold
      faded = performance.now()
    }
    since = now
    // Counts made while Redis is away are told when it is back.
    if (isUntold) await raiseGenerations(redis, [BOOKED_LISTS])
    isUntold = false
  }
}

async function countAll(db: Database): Promise<boolean> {
  let hasChanged = false
  let last: string | undefined = ""
  while (last !== undefined) {
    const eventIds: EventId[] = await listCurrentAfter(db, last, EVENTS_PER_BATCH)
    hasChanged = (await countEvents(db, eventIds)) || hasChanged
    last = eventIds.at(-1)
  }
  return hasChanged
}

/** Counts these events again and writes what differs. Whether anything did. */
export async function countEvents(db: Database, eventIds: EventId[]): Promise<boolean> {
  let hasChanged = false
  for (let at = 0; at < eventIds.length; at += EVENTS_PER_BATCH) {
    const batch = eventIds.slice(at, at + EVENTS_PER_BATCH)
    const known = await listCounts(db, batch)
    const counted = await countBatch(db, batch)
    for (const { id, ...before } of known) {
      const counts = counted.get(id)
      if (!counts || isSame(before, counts)) continue
      await setCounts(db, id, counts)
      hasChanged = true
    }
  }
  return hasChanged
}

const isSame = (one: Counts, other: Counts) =>
  one.booked === other.booked &&
  one.bookedLastDay === other.bookedLastDay &&
  one.soldOut === other.soldOut

async function countBatch(db: Database, eventIds: EventId[]): Promise<Map<EventId, Counts>> {
  const taken = Map.groupBy(await listTaken(db, eventIds), ({ eventId }) => eventId)
  const lastDay = await listTakenLastDay(db, eventIds)
  const lastDayOf = new Map(lastDay.map(({ eventId, booked }) => [eventId, booked]))
  return new Map(
    eventIds.map((eventId) => {
      const performances = taken.get(eventId) ?? []
      const onSale = performances.filter(({ isOnSale }) => isOnSale)
      const counts: Counts = {
        booked: performances.reduce((sum, { booked }) => sum + booked, 0),
        bookedLastDay: lastDayOf.get(eventId) ?? 0,
        soldOut: onSale.every((performance) => performance.taken >= performance.capacity),
      }
      return [eventId, counts]
    }),
  )
}
