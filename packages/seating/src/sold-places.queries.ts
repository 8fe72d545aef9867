import type { PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

/** Every sold place with its booking and its owner, as of one moment. */
export async function listSoldPlaces(db: Database, performanceId: PerformanceId) {
  return db
    .selectFrom("soldPlace")
    .innerJoin("booking", "booking.id", "soldPlace.bookingId")
    .where("soldPlace.performanceId", "=", performanceId)
    .select(["soldPlace.place", "soldPlace.bookingId", "booking.userId"])
    .orderBy("soldPlace.place")
    .execute()
}
