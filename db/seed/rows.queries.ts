import type { EventId, HallId, UserId } from "@podo/contract/ids"
import type { InsertObject } from "kysely"
import type { Database, Transaction } from "../connection/connect.ts"
import type { Schema } from "../schema/schema.ts"

const ROWS_PER_INSERT = 2_000

/** Inserts any number of rows, a statement at a time. */
export async function insertRows<Table extends keyof Schema>(
  trx: Transaction,
  table: Table,
  rows: InsertObject<Schema, Table>[],
) {
  for (let at = 0; at < rows.length; at += ROWS_PER_INSERT) {
    await trx
      .insertInto(table)
      .values(rows.slice(at, at + ROWS_PER_INSERT))
      .execute()
  }
}

export const hasUser = async (db: Database, id: UserId) =>
  (await db.selectFrom("user").select("id").where("id", "=", id).executeTakeFirst()) !== undefined

export const hasHall = async (db: Database, id: HallId) =>
  (await db.selectFrom("hall").select("id").where("id", "=", id).executeTakeFirst()) !== undefined

export const hasEvent = async (db: Database, id: EventId) =>
  (await db.selectFrom("event").select("id").where("id", "=", id).executeTakeFirst()) !== undefined
