import { isMigrated } from "./migrate.ts"
import type { Stores } from "./stores.ts"

export type Readiness = { ok: boolean; database: boolean; redis: boolean; migrated: boolean }

const failed = () => false

/** Whether both stores answer and the database is up to date. Never throws. */
export async function isReady({ db, redis }: Stores): Promise<Readiness> {
  const [database, migrated, redisAnswers] = await Promise.all([
    db
      .selectFrom("outbox")
      .select("id")
      .limit(1)
      .execute()
      .then(() => true, failed),
    isMigrated(db).catch(failed),
    redis.ping().then(() => true, failed),
  ])
  return { ok: database && migrated && redisAnswers, database, redis: redisAnswers, migrated }
}
