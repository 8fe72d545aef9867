import type { PerformanceId, UserId } from "@podo/contract/ids"
import type { Database, Transaction } from "@podo/db/connect"
import type { WaitingRoomTable } from "@podo/db/schema"
import { type Insertable, type Selectable, sql, type Updateable } from "kysely"

export type RoomRow = Selectable<WaitingRoomTable>

/** Two at the desk steer a room one after the other. A transaction that locks its performance as well locks that first. */
export async function lockRoom(trx: Transaction, performanceId: PerformanceId) {
  return trx
    .selectFrom("waitingRoom")
    .where("performanceId", "=", performanceId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
}

export async function insertRoom(trx: Transaction, room: Insertable<WaitingRoomTable>) {
  await trx.insertInto("waitingRoom").values(room).execute()
}

/** A newer version of how it is run: Redis, which keeps a copy, knows by it which of two is newer. */
export async function setRoomFacts(
  trx: Transaction,
  performanceId: PerformanceId,
  facts: Omit<Updateable<WaitingRoomTable>, "seed" | "version">,
) {
  await trx
    .updateTable("waitingRoom")
    .where("performanceId", "=", performanceId)
    .set({ ...facts, version: sql`version + 1` })
    .execute()
}

/** The names of people who are in a room. Some accounts may be gone. */
export async function listNames(db: Database, userIds: UserId[]) {
  if (userIds.length === 0) return []
  return db.selectFrom("user").where("id", "in", userIds).select(["id", "name", "email"]).execute()
}
