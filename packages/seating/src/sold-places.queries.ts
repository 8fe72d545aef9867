import type { PerformanceId, Place } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"

/** Every sold place with its booking and its owner, and every withheld one without, as of one moment. */
export async function listSoldPlaces(db: Database, performanceId: PerformanceId) {
  return db
    .selectFrom("soldPlace")
    .leftJoin("booking", "booking.id", "soldPlace.bookingId")
    .where("soldPlace.performanceId", "=", performanceId)
    .select(["soldPlace.place", "soldPlace.bookingId", "booking.userId"])
    .orderBy("soldPlace.place")
    .execute()
}

/** Which of these places are sold or withheld. */
export async function listTaken(db: Database, performanceId: PerformanceId, places: Place[]) {
  return db
    .selectFrom("soldPlace")
    .where("performanceId", "=", performanceId)
    .where("place", "in", places)
    .select(["place", "bookingId"])
    .orderBy("place")
    .execute()
}

/** Which places of a range are sold or withheld. */
export async function listTakenBetween(
  db: Database,
  performanceId: PerformanceId,
  [first, last]: readonly [Place, Place],
): Promise<Set<Place>> {
  const rows = await db
    .selectFrom("soldPlace")
    .where("performanceId", "=", performanceId)
    .where("place", ">=", first)
    .where("place", "<=", last)
    .select("place")
    .execute()
  return new Set(rows.map(({ place }) => place))
}

/** Ascending, as buyers take them. Fails as a duplicate where one of them is sold or withheld. */
export async function insertWithheld(
  trx: Transaction,
  performanceId: PerformanceId,
  places: Place[],
) {
  const inOrder = places.toSorted((one, other) => one - other)
  const rows = inOrder.map((place) => ({ performanceId, place, bookingId: null }))
  await trx.insertInto("soldPlace").values(rows).execute()
}

export async function deleteWithheld(
  trx: Transaction,
  performanceId: PerformanceId,
  places: Place[],
) {
  await trx
    .deleteFrom("soldPlace")
    .where("performanceId", "=", performanceId)
    .where("place", "in", places)
    .where("bookingId", "is", null)
    .execute()
}
