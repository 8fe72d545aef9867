import { afterAll, describe, expect, test } from "bun:test"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { BookingId } from "@podo/contract/ids"
import { migrateToLatest } from "@podo/db/migrate"
import { until } from "@podo/db/racing"
import { closeStores, openStores } from "@podo/stores/stores"
import { mintPerformance } from "@podo/db/testing"
import { TRPCClientError } from "@trpc/client"
import { workerProgram } from "../run/api-and-worker.ts"
import { codeOf, connectApi } from "../operate/api-client.ts"
import { startApi } from "./api-process.ts"
import { environmentWith } from "../run/env.ts"
import { findMysqlServer, prepareMysql } from "../stores/mysql.ts"
import { findRedisServer, prepareRedis } from "../stores/redis.ts"

/** The longest wait for an answer that Podo promises, whatever is down. */
const ANSWER_MS_MAX = 10_000
const ROUNDS = 3

const path = mkdtempSync(join(tmpdir(), "podo-frozen-"))
const stage = await openStage()
afterAll(stage.close)

/** An api and a worker over stores that nobody else uses, for these are going to be frozen. */
async function openStage() {
  const mysqlServer = findMysqlServer()
  const redisServer = findRedisServer()
  if (!mysqlServer || !redisServer) throw new Error("The servers of the stores were not found.")
  const folder = { path, throwAway: true }
  const mysql = await prepareMysql(mysqlServer, folder)
  const redis = prepareRedis(redisServer, folder)
  const servers = [await mysql.program.start(), await redis.program.start()]
  const urls = { databaseUrl: mysql.url, redisUrl: redis.url }
  const stores = await openStores(urls, () => {})
  await migrateToLatest(stores.db)
  const api = await startApi(undefined, urls)
  const env = { DATABASE_URL: mysql.url, REDIS_URL: redis.url, LOG_LEVEL: "silent" }
  const worker = await workerProgram(environmentWith(env)).start()
  return {
    stores,
    api,
    freezing: {
      mysql: freezing(join(path, mysqlServer.flavour, "server.pid")),
      redis: freezing(join(path, "redis/server.pid")),
    },
    close: async () => {
      await worker.stop()
      await api.kill()
      await closeStores(stores)
      for (const server of servers) await server.stop()
      rmSync(path, { recursive: true })
    },
  }
}

/** Not stopped: a frozen server is there, takes connections and statements, and says nothing. */
function freezing(pidFile: string) {
  const pid = Number(readFileSync(pidFile, "utf8"))
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    process.kill(pid, "SIGSTOP")
    try {
      return await work()
    } finally {
      process.kill(pid, "SIGCONT")
    }
  }
}

type Answer = { name: string; status: number; code: string; ms: number }

async function answerOf(name: string, call: () => Promise<unknown>): Promise<Answer> {
  const beganMs = performance.now()
  const [status, code] = await call().then(
    () => [200, "ok"] as const,
    (error: unknown) => [statusOf(error), codeOf(error)] as const,
  )
  return { name, status, code, ms: performance.now() - beganMs }
}

const statusOf = (error: unknown): number =>
  error instanceof TRPCClientError ? (error.data?.httpStatus ?? 0) : 0

/** Everything that somebody may be doing at that moment, each by a person of their own. */
async function mintCalls() {
  const { stores, api } = stage
  const { performanceId, eventId } = await mintPerformance(stores, { capacity: 20 })
  const room = await mintPerformance(stores, { room: {} })
  const sessions = await mintSessions(stores.db, 8)
  const [reader, claimer, holder, booker, giver, waiter, entering, stranger] = sessions.map(
    ({ token }) => connectApi(api.url, token),
  )
  if (!reader || !claimer || !holder || !booker || !giver || !waiter || !entering || !stranger) {
    throw new Error("Too few people.")
  }
  const hold = (places: number[]) => ({ performanceId, places })
  const bookingOf = (holdId: string) =>
    ({ bookingId: BookingId.parse(Bun.randomUUIDv7()), performanceId, holdId }) as const
  const held = bookingOf((await holder.seating.claim.mutate(hold([1]))).holdId)
  const booked = bookingOf((await booker.seating.claim.mutate(hold([2]))).holdId)
  await booker.booking.confirm.mutate(booked)
  const { holdId } = await giver.seating.claim.mutate(hold([3]))
  await waiter.waitingRoom.enter.mutate({ performanceId: room.performanceId })
  await reader.account.me.query()
  const calls: Record<string, () => Promise<unknown>> = {
    me: () => reader.account.me.query(),
    mine: () => reader.booking.mine.query({}),
    "first look": () => stranger.account.me.query(),
    list: () => reader.catalog.events.query({}),
    event: () => reader.catalog.event.query({ eventId }),
    places: () => reader.seating.availability.query({ performanceId }),
    plan: () => reader.seating.plan.query({ performanceId }),
    claim: () => claimer.seating.claim.mutate(hold([4])),
    confirm: () => holder.booking.confirm.mutate(held),
    cancel: () => booker.booking.cancel.mutate({ bookingId: booked.bookingId }),
    release: () => giver.seating.release.mutate({ performanceId, holdId }),
    enter: () => entering.waitingRoom.enter.mutate({ performanceId: room.performanceId }),
    "line status": () => waiter.waitingRoom.status.query({ performanceId: room.performanceId }),
  }
  const isAdmitted = async () => {
    const status = await entering.waitingRoom.status.query({ performanceId: room.performanceId })
    return status.state === "admitted"
  }
  return { calls, performanceId, isAdmitted }
}

async function roundOf(calls: Record<string, () => Promise<unknown>>): Promise<Answer[]> {
  return Promise.all(Object.entries(calls).map(([name, call]) => answerOf(name, call)))
}

async function readyz() {
  const { status } = await fetch(`${stage.api.url}/readyz`)
  return status
}

/** The answer of a store that is back to a caller that had asked it for something before. */
const settled = ["ok", "ALREADY_CANCELLED"]

describe.each(["mysql", "redis"] as const)("while %s is frozen", (store) => {
  test("everybody is answered, nothing is lost, and all comes back without a restart", async () => {
    const { calls, performanceId, isAdmitted } = await mintCalls()
    const answers = await stage.freezing[store](async () => {
      const rounds: Answer[][] = []
      for (let round = 0; round < ROUNDS; round++) rounds.push(await roundOf(calls))
      expect(await readyz()).toBe(503)
      return rounds.flat()
    })
    const unclear = answers.filter(
      ({ status, code }) =>
        !settled.includes(code) && !(status === 503 && code === "STORE_UNAVAILABLE"),
    )
    expect(unclear).toEqual([])
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(ANSWER_MS_MAX)
    expect(answers.some(({ code }) => code === "STORE_UNAVAILABLE")).toBe(true)

    await until(async () => (await roundOf(calls)).every(({ code }) => settled.includes(code)))
    expect(await readyz()).toBe(200)
    // By the worker, which was there all the time.
    await until(isAdmitted)
    await until(
      async () => (await verifyPerformance(stage.stores, performanceId)).drift.length === 0,
    )
    const { sold } = await verifyPerformance(stage.stores, performanceId)
    expect(sold).toBe(1)
  }, 120_000)
})
