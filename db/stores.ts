import { connectRedis, type Redis } from "@podo/redis/connect"
import { connectDatabase, type Database } from "./connect.ts"

/** Redis is fast and may forget; MySQL is slow and is the law. */
export type Stores = { db: Database; redis: Redis }

export type StoreUrls = { databaseUrl: string; redisUrl: string }

export async function openStores({ databaseUrl, redisUrl }: StoreUrls): Promise<Stores> {
  return { db: connectDatabase(databaseUrl), redis: await connectRedis(redisUrl) }
}

export async function closeStores({ db, redis }: Stores) {
  redis.disconnect()
  await db.destroy()
}
