import type { EventId } from "@podo/contract/ids"
import type { Scope } from "@podo/redis/generations"
import { slotOf } from "@podo/redis/read-through"

const EVENT_SCOPES = 1_024

/** Every list and every search. */
export const LISTS: Scope = "{lists}"

/** The lists that go by how much is booked, which changes all the time. */
export const BOOKED_LISTS: Scope = "{lists}:booked"

/** An event, and the few that share its scope, are kept under one token: there are as many scopes for ten events as for all. */
export const scopeOfEvent = (eventId: EventId): Scope => `event:${slotOf(eventId, EVENT_SCOPES)}`
