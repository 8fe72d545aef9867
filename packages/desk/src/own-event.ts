import type { Role } from "@podo/contract/account"
import type { EventId, UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Database } from "@podo/db/connect"
import { findOrganizer } from "./organizers.queries.ts"

/** Somebody at the desk: an organizer of events, or an admin of the house. */
export type Organizer = { userId: UserId; roles: Role[] }

/** An organizer runs their own events, an admin runs all. */
export const mayRun = ({ userId, roles }: Organizer, { organizerId }: { organizerId: UserId }) =>
  roles.includes("admin") || (roles.includes("organizer") && organizerId === userId)

/** The event, if it is this organizer's own or they are an admin. Refuses with NOT_FOUND or NOT_ALLOWED. */
export async function ownEvent(db: Database, organizer: Organizer, eventId: EventId) {
  const event = await findOrganizer(db, eventId)
  if (!event) throw new Refused({ code: "NOT_FOUND", what: "event" })
  if (!mayRun(organizer, event)) throw new Refused({ code: "NOT_ALLOWED" })
  return event
}
