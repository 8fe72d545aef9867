import type { PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

export async function listSoldPlaces(db: Database, performanceId: PerformanceId) {
  return db
    .selectFrom("soldPlace")
    .where("performanceId", "=", performanceId)
    .select(["place", "bookingId"])
    .orderBy("place")
    .execute()
}

export async function listUserQuotas(db: Database, performanceId: PerformanceId) {
  return db
    .selectFrom("userQuota")
    .where("performanceId", "=", performanceId)
    .where("booked", ">", 0)
    .select(["userId", "booked"])
    .execute()
}
