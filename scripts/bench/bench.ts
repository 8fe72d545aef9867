import { migrateToLatest } from "@podo/db/migrate"
import { closeStores, openStores } from "@podo/stores/stores"
import { startClient } from "./client-process.ts"
import { startDurable } from "./durable-stores.ts"
import { openPeople } from "./people.ts"
import { startApi, startWays, startWorker } from "./processes.ts"
import { openTables } from "./ways/tables.ts"

/** How much is measured: `quick` shows that all of it works, and is too short to be believed. */
export type Scale = {
  quick: boolean
  rounds: number
  warmUps: number
  /** Visits a round. */
  visits: number
  /** A round ends after so long, however many visits are left. */
  roundMs: number
}

const FULL: Scale = { quick: false, rounds: 5, warmUps: 1, visits: 2_500, roundMs: 3_000 }
const QUICK: Scale = { quick: true, rounds: 1, warmUps: 0, visits: 250, roundMs: 600 }

export type Bench = Awaited<ReturnType<typeof openBench>>

/** Everything that is measured, up and running: stores, api, worker, the other ways, and who makes the load. */
export async function openBench(isQuick: boolean, scale: Partial<Scale> = {}) {
  const { stop: stopStores, mysqlPid, redisPid, flushMs, ...urls } = await startDurable()
  const stores = await openStores(urls, console.error)
  await migrateToLatest(stores.db)
  const tables = await openTables(urls.databaseUrl)
  const [api, ways] = await Promise.all([startApi(urls), startWays(urls)])
  const client = startClient()
  let worker = startWorker(urls)
  return {
    scale: { ...(isQuick ? QUICK : FULL), ...scale },
    urls,
    stores,
    api,
    ways: { ...ways, tables },
    client,
    people: openPeople(stores),
    flushMs,
    pids: () => ({
      api: api.pid,
      worker: worker.pid,
      mysql: mysqlPid,
      redis: redisPid,
      client: client.pid,
      ways: ways.pid,
    }),
    /** For what a worker would take part in: it is away meanwhile. */
    withoutWorker: async <Result>(work: () => Promise<Result>): Promise<Result> => {
      await worker.stop()
      try {
        return await work()
      } finally {
        worker = startWorker(urls)
      }
    },
    close: async () => {
      await Promise.all([client.stop(), worker.stop(), ways.stop(), api.stop()])
      await tables.close()
      await closeStores(stores)
      await stopStores()
    },
  }
}
