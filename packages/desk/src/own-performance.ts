import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Database } from "@podo/db/connect"
import { findOwnedPerformance } from "./organizers.queries.ts"
import { type Organizer, mayRun } from "./own-event.ts"

/**
 * The performance, drafts included, if its event is this organizer's own or they are an admin.
 * Refuses with NOT_FOUND or NOT_ALLOWED.
 */
export async function ownPerformance(
  db: Database,
  organizer: Organizer,
  performanceId: PerformanceId,
) {
  const performance = await findOwnedPerformance(db, performanceId)
  if (!performance) throw new Refused({ code: "NOT_FOUND", what: "performance" })
  if (!mayRun(organizer, performance)) throw new Refused({ code: "NOT_ALLOWED" })
  return performance
}
