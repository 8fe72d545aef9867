import type { UserId } from "@podo/contract/ids"
import type { Organizer } from "../own-event.ts"

/** A hall without an organizer is everybody's; one that somebody brought is theirs and the admins'. */
export const mayUse = (
  { userId, roles }: Organizer,
  { organizerId }: { organizerId: UserId | null },
) => organizerId === null || organizerId === userId || roles.includes("admin")
