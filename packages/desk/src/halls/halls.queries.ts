import { type HallId, VenueId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Database, Transaction } from "@podo/db/connect"
import { isOrphan } from "@podo/db/errors"
import type { HallTable, VenueTable } from "@podo/db/schema"
import type { Organizer } from "../own-event.ts"
import type { PlannedHall } from "./plan-hall.ts"

const ROWS_PER_INSERT = 2_000
/** Positions of seats are kept in tenths of a plan unit. */
const TENTHS = 10

/**
 * The row of a hall is locked until the commit by each change of its calendar: two who would be there at the
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

export async function findHallOwner(db: Database, hallId: HallId) {
  return db.selectFrom("hall").where("id", "=", hallId).select("organizerId").executeTakeFirst()
}

export async function insertVenue(
  trx: Transaction,
  { name, englishName, address }: Omit<VenueTable, "id">,
): Promise<VenueId> {
  const id = VenueId.parse(Bun.randomUUIDv7())
  await trx.insertInto("venue").values({ id, name, englishName, address }).execute()
  return id
}

type HallFacts = Pick<HallTable, "id" | "venueId" | "name" | "englishName" | "organizerId">

/** Asks for a transaction: a hall without all of its seats must never be seen. Refuses with NOT_FOUND. */
export async function insertHall(
  trx: Transaction,
  facts: HallFacts,
  { width, height, stage, areas }: PlannedHall,
) {
  const values = { ...facts, width, height, stage: JSON.stringify(stage) }
  await trx
    .insertInto("hall")
    .values(values)
    .execute()
    .catch((error: unknown) => {
      throw isOrphan(error) ? new Refused({ code: "NOT_FOUND", what: "venue" }) : error
    })
  const hallId = facts.id
  const areaRows = areas.map((area) => ({
    hallId,
    area: area.area,
    name: area.name,
    englishName: area.englishName,
    kind: area.kind,
    grade: area.grade,
    firstPlace: area.firstPlace,
    capacity: area.capacity,
    outline: JSON.stringify(area.outline),
  }))
  await trx.insertInto("hallArea").values(areaRows).execute()
  const seatRows = areas.flatMap(({ area, firstPlace, seats }) =>
    seats.map(({ row, number, x, y, accessible, companion }, index) => ({
      hallId,
      place: firstPlace + index,
      area,
      rowName: row,
      seatNumber: number,
      x: Math.round(x * TENTHS),
      y: Math.round(y * TENTHS),
      wheelchair: accessible,
      companion,
    })),
  )
  for (let at = 0; at < seatRows.length; at += ROWS_PER_INSERT) {
    const rows = seatRows.slice(at, at + ROWS_PER_INSERT)
    await trx.insertInto("hallSeat").values(rows).execute()
  }
}
