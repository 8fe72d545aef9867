import { sql } from "kysely"
import type { Database } from "./connect.ts"

/** The moment by the database's clock, by which bookings are dated: in a transaction, after what it has waited for. */
export async function findNow(db: Database): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`SELECT NOW(3) AS now`.execute(db)
  if (!rows[0]) throw new Error("The database has no clock.")
  return rows[0].now
}
