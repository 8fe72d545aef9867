import type { EventId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { raiseGenerations } from "@podo/redis/generations"
import { LISTS, scopeOfEvent } from "./scopes.ts"

/** Makes every cached answer about an event old: told after the commit of a change. Harmless to repeat. */
export async function announceChange(
  { redis }: Pick<Stores, "redis">,
  eventId: EventId,
): Promise<void> {
  await raiseGenerations(redis, [LISTS, scopeOfEvent(eventId)])
}
