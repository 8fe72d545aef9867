import type { EventId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"

/** Makes every cached answer about an event old: told after the commit of a change. Harmless to repeat. */
export async function announceChange(_stores: Stores, _eventId: EventId): Promise<void> {}
