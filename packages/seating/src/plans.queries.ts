import type { Area, HallId } from "@podo/contract/ids"
import type { Corner } from "@podo/contract/seating"
import type { Database } from "@podo/db/connect"

/** MariaDB hands JSON over as text, MySQL as a value. */
const cornersOf = (json: Corner[] | string): Corner[] =>
  typeof json === "string" ? (JSON.parse(json) as Corner[]) : json

export async function findHall(db: Database, hallId: HallId) {
  const hall = await db
    .selectFrom("hall")
    .where("id", "=", hallId)
    .selectAll()
    .executeTakeFirstOrThrow()
  return { ...hall, stage: cornersOf(hall.stage) }
}

export async function listOutlines(db: Database, hallId: HallId) {
  const rows = await db
    .selectFrom("hallArea")
    .where("hallId", "=", hallId)
    .select(["area", "outline"])
    .execute()
  return new Map<Area, Corner[]>(rows.map(({ area, outline }) => [area, cornersOf(outline)]))
}

export async function listSeats(db: Database, hallId: HallId, area?: Area) {
  return db
    .selectFrom("hallSeat")
    .where("hallId", "=", hallId)
    .$if(area !== undefined, (list) => list.where("area", "=", area as Area))
    .selectAll()
    .orderBy("place")
    .execute()
}
