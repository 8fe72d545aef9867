import type { PerformanceId, Place } from "@podo/contract/ids"
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

/** Places that the house keeps, in their order. */
export async function listWithheldPlaces(
  db: Database,
  performanceId: PerformanceId,
): Promise<Place[]> {
  const rows = await db
    .selectFrom("soldPlace")
    .where("performanceId", "=", performanceId)
    .where("bookingId", "is", null)
    .select("place")
    .orderBy("place")
    .execute()
  return rows.map(({ place }) => place)
}
