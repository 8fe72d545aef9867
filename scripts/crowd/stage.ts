import { mintSessions } from "@podo/accounts/mint-sessions"
import type { PerformanceId } from "@podo/contract/ids"
import { migrateToLatest } from "@podo/db/migrate"
import { closeStores, openStores, type StoreUrls } from "@podo/stores/stores"
import { mintPerformance, type PerformanceWishes } from "@podo/db/testing"
import { connectApi } from "../operate/api-client.ts"
import { workerProgram } from "../run/api-and-worker.ts"
import { environmentWith } from "../run/env.ts"
import { startMeasuredApi } from "./measured-api.ts"
import { findRunning } from "../operate/running-podo.ts"
import { prepareFound } from "../stores/stores.ts"
import { startThrowAway } from "../stores/throw-away.ts"

/** For the last ones to be spawned and to look around, before a lobby opens. */
const READY_MS = 1_000

export type StageWishes = {
  users: number
  workers: number
  lobbyMs: number
  performance: PerformanceWishes
}

/** Stores that are thrown away, with an api and workers of their own, and a performance with a waiting room. */
export async function openStage({ users, workers, lobbyMs, performance }: StageWishes) {
  const { stop, ...urls } = await startThrowAway(undefined, prepareFound)
  const stores = await openStores(urls, console.error)
  await migrateToLatest(stores.db)
  const sessions = await mintSessions(stores.db, users)
  const api = await startMeasuredApi(urls)
  const running = await startWorkers(workers, urls)
  const opensInMs = lobbyMs + READY_MS
  const wishes = { saleOpensInMs: opensInMs, ...performance }
  const opensAt = Date.now() + opensInMs
  const { performanceId } = await mintPerformance(stores, wishes)
  return {
    stores,
    sessions,
    url: api.url,
    performanceId,
    opensAt,
    measured: api.measured,
    stop: async () => {
      await Promise.all(running.map((worker) => worker.stop()))
      await api.stop()
      await closeStores(stores)
      await stop()
    },
  }
}

function startWorkers(workers: number, { databaseUrl, redisUrl }: StoreUrls) {
  const env = environmentWith({
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    LOG_LEVEL: "error",
  })
  return Promise.all(Array.from({ length: workers }, () => workerProgram(env).start()))
}

/** A performance of a Podo that runs, with its own workers. */
export async function joinStage(performanceId: PerformanceId, users: number, otherUrl?: string) {
  const { url: ownUrl, ...urls } = findRunning()
  const url = otherUrl ?? ownUrl
  const stores = await openStores(urls, console.error)
  const room = await connectApi(url, "").waitingRoom.room.query({ performanceId })
  const sessions = await mintSessions(stores.db, users)
  return {
    stores,
    sessions,
    url,
    performanceId,
    // Where it is on sale already, they come from now on.
    opensAt: Math.max(Date.parse(room.saleOpensAt), Date.now() + READY_MS),
    stop: () => closeStores(stores),
  }
}
