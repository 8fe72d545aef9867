import type { EventId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { raiseGenerations } from "@podo/redis/generations"
import { countEvents } from "./count-bookings.ts"
import { BOOKED_LISTS, LISTS, scopeOfEvent } from "./scopes.ts"

/**
 * Makes every cached answer about an event old: told after the commit of a change. Harmless to repeat.
 * Whether it is sold out may have changed as well, and lists of what has places left go by it.
 */
export async function announceChange(
  { db, redis }: Pick<Stores, "db" | "redis">,
  eventId: EventId,
): Promise<void> {
  await countEvents(db, [eventId])
  await raiseGenerations(redis, [LISTS, BOOKED_LISTS, scopeOfEvent(eventId)])
}
