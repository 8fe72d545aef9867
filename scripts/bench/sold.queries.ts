import type { PerformanceId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"

/** Bookings of these performances that stand. */
export async function countConfirmed(db: Database, performanceIds: string[]): Promise<number> {
  const { count } = await db
    .selectFrom("booking")
    .where("performanceId", "in", performanceIds as PerformanceId[])
    .where("status", "=", "confirmed")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  return count
}

/** The work that committed changes still ask for: a worker has yet to do it. */
export async function countToRelay(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom("outbox")
    .where("doneAt", "is", null)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow()
  return count
}
