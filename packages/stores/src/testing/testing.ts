import { testDatabaseUrl } from "@podo/db/testing"
import { migrateToLatest } from "@podo/db/migrate"
import { testRedisUrl } from "@podo/redis/testing"
import type { KyselyPlugin } from "kysely"
import { openStores, type Stores, type StoreUrls } from "../stores.ts"
import { deleteOutbox } from "./outbox.queries.ts"

/** Where the stores of this test run are. They were found or started before the first test. */
export const testStoreUrls = (): StoreUrls => ({
  databaseUrl: testDatabaseUrl(),
  redisUrl: testRedisUrl(),
})

/** The stores of this test run, migrated. */
export async function openTestStores(onDefect: Stores["onDefect"] = fail): Promise<Stores> {
  const { db, ...others } = await openStores(testStoreUrls(), onDefect)
  await migrateToLatest(db)
  let answered = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      answered += 1
      return Promise.resolve(result)
    },
  }
  const stores = { db: db.withPlugin(counting), ...others }
  counters.set(stores.db, () => answered)
  return stores
}

/**
 * The stores of this test run without what earlier test files left in them: for tests of the relay, the sweeper
 * and whatever else works on all that it finds. The files of a worker run one after the other.
 */
export async function openEmptiedStores(): Promise<Stores> {
  const stores = await openTestStores()
  await deleteOutbox(stores.db)
  await stores.redis.flushall()
  return stores
}

const counters = new WeakMap<Stores["db"], () => number>()

/** How many queries have been answered through these stores so far, whoever else uses the server. */
export const countStatements = ({ db }: Stores): number => counters.get(db)?.() ?? 0

/** Where no defect is expected, one ends the test run. */
function fail(error: unknown, doing: string): never {
  throw new Error(`A defect while ${doing}`, { cause: error })
}
