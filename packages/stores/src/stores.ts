import { connectRedis, type Redis } from "@podo/redis/connect"
import { connectBatches, connectDatabase, type Database, pingDatabase } from "@podo/db/connect"
import type { Pool } from "@podo/db/pool"
import { forTools, type Patience } from "@podo/db/patience"
import { withoutPassword } from "./settings.ts"

/** Redis is fast and may forget; MySQL is slow, and the source of truth. */
export type Stores = {
  db: Database
  /** MySQL as well, for what is written in batches. */
  batches: Pool
  redis: Redis
  /** Where MySQL is, for a job in a process of its own. It holds the password: never log it. */
  databaseUrl: string
  /** Told of every failure that must not stop the work at hand, and of what was being done. */
  onDefect: (error: unknown, doing: string) => void
}

export type StoreUrls = { databaseUrl: string; redisUrl: string }

/** Opens both stores. Fails with one sentence that names the setting when one of them does not answer. */
export async function openStores(
  { databaseUrl, redisUrl }: StoreUrls,
  onDefect: Stores["onDefect"],
  patience: Patience = forTools,
): Promise<Stores> {
  const db = connectDatabase(databaseUrl, patience)
  await pingDatabase(db).catch((error: Error) => {
    throw new Error(unanswered("DATABASE_URL", databaseUrl, error))
  })
  const batches = connectBatches(databaseUrl, patience)
  const redis = await connectRedis(redisUrl).catch((error: Error) => {
    throw new Error(unanswered("REDIS_URL", redisUrl, error))
  })
  return { db, batches, redis, databaseUrl, onDefect }
}

function unanswered(name: string, url: string, { message }: Error): string {
  return `${name} is ${withoutPassword(url)}, where nothing answers (${message}). Start the server, or set ${name}.`
}

export async function closeStores({ db, batches, redis }: Stores) {
  redis.disconnect()
  await Promise.all([db.destroy(), batches.end()])
}
