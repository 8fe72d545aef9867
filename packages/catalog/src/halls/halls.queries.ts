import type { HallId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"
import type { Organizer } from "../own-event.ts"

/**
 * Whoever puts something into a hall's calendar holds its row until the commit: two who would be there at the
 * same time meet here.
 */
export async function lockHall(trx: Transaction, hallId: HallId) {
  return trx
    .selectFrom("hall")
    .where("id", "=", hallId)
    .select(["id", "venueId", "organizerId"])
    .forUpdate()
    .executeTakeFirst()
}

export async function listHallAreas(db: Database, hallIds: HallId[]) {
  if (hallIds.length === 0) return []
  return db
    .selectFrom("hallArea")
    .where("hallId", "in", hallIds)
    .select(["hallId", "area", "name", "englishName", "kind", "grade", "firstPlace", "capacity"])
    .orderBy("hallId")
    .orderBy("firstPlace")
    .execute()
}

export type HallAreaRow = Awaited<ReturnType<typeof listHallAreas>>[number]

/** An admin sees everybody's. */
export async function listHallRows(db: Database, { userId, roles }: Organizer, hallsMax: number) {
  return db
    .selectFrom("hall")
    .innerJoin("venue", "venue.id", "hall.venueId")
    .$if(!roles.includes("admin"), (list) =>
      list.where((where) =>
        where.or([where("hall.organizerId", "is", null), where("hall.organizerId", "=", userId)]),
      ),
    )
    .select([
      "hall.id",
      "hall.name",
      "hall.englishName",
      "hall.organizerId",
      "venue.id as venueId",
      "venue.name as venueName",
      "venue.englishName as venueEnglishName",
      "venue.address",
    ])
    .orderBy((order) => order("hall.organizerId", "=", userId), "desc")
    .orderBy("venue.name")
    .orderBy("hall.name")
    .orderBy("hall.id")
    .limit(hallsMax)
    .execute()
}
