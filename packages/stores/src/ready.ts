import { pingDatabase } from "@podo/db/connect"
import { isMigrated } from "@podo/db/migrate"
import type { Stores } from "./stores.ts"

export type Readiness = { ok: boolean; database: boolean; redis: boolean; migrated: boolean }

const ANSWER_MS_MAX = 2_000

/** A store that does not answer in time is not ready, and must not keep the one who asks waiting. */
const inTime = (answer: Promise<boolean>) =>
  Promise.race([answer.catch(() => false), Bun.sleep(ANSWER_MS_MAX).then(() => false)])

/** Whether both stores answer and the database is up to date. Never throws, and takes 2 s at most. */
export async function isReady({ db, redis }: Stores): Promise<Readiness> {
  const [database, migrated, redisAnswers] = await Promise.all([
    inTime(pingDatabase(db).then(() => true)),
    inTime(isMigrated(db)),
    inTime(redis.ping().then(() => true)),
  ])
  return { ok: database && migrated && redisAnswers, database, redis: redisAnswers, migrated }
}
