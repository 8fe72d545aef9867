import { afterEach, describe, expect, test } from "bun:test"
import { sql } from "kysely"
import { connectDatabase, openPool, type Transaction } from "./connect.ts"
import { databaseIsAway } from "./errors.ts"
import { forTools, type Patience } from "./patience.ts"
import { barrier, until } from "../testing/racing.ts"
import { mintPerformance, openTestDatabase, testDatabaseUrl } from "../testing/testing.ts"
import { inTransaction } from "./transaction.ts"

const shared = await openTestDatabase()
const databaseUrl = testDatabaseUrl()

const opened: { end: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ end }) => end()))
})

function open(connections: number, patience: Partial<Patience> = {}, url = databaseUrl) {
  const pool = openPool(url, { connections, patience: { ...forTools, ...patience } })
  opened.push(pool)
  return pool
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

const isAwayAfter = async (work: Promise<unknown>) => databaseIsAway(await failureOf(work))

describe("a process", () => {
  test("ends when its work is done, however rarely its pool looks for late answers", async () => {
    const program = `
      import { openPool } from "./connect.ts"
      import { forTools } from "./patience.ts"
      const patience = { ...forTools, suspectMs: 24 * 3_600_000 }
      const pool = openPool(${JSON.stringify(databaseUrl)}, { connections: 1, patience })
      const lent = await pool.acquire()
      await lent.query("SELECT 1")
      lent.release()
      await pool.end()`
    const child = Bun.spawn([process.execPath, "-e", program], { cwd: import.meta.dir })
    expect(await child.exited).toBe(0)
  })
})

describe("a connection", () => {
  test("has the settings of ours, and the patience of whom it is for", async () => {
    const lent = await open(1, { lockWaitSeconds: 7 }).acquire()
    const [row] = (await lent.query(
      "SELECT @@time_zone AS zone, @@innodb_lock_wait_timeout AS lockWait",
    )) as unknown[]
    expect(row).toEqual({ zone: "+00:00", lockWait: 7 })
  })

  test("does several things at once only where that was asked for", async () => {
    const several = openPool(databaseUrl, {
      connections: 1,
      patience: forTools,
      multipleStatements: true,
    })
    opened.push(several)
    const lent = await several.acquire()
    expect(await lent.query("SELECT ? AS a; SELECT ? AS b", [1, 2])).toEqual([
      [{ a: 1 }],
      [{ b: 2 }],
    ])
    const usual = await open(1).acquire()
    expect(await failureOf(usual.query("SELECT 1; SELECT 2"))).toHaveProperty("errno", 1064)
  })

  test("whose answer is late is cut: the next one hears its own answer", async () => {
    const pool = open(1, { suspectMs: 1, lendMs: 20 })
    const late = await pool.acquire()
    expect(await isAwayAfter(late.query("SELECT SLEEP(20) AS late"))).toBe(true)
    expect(await isAwayAfter(late.query("SELECT 1"))).toBe(true)
    late.release()
    const next = await pool.acquire()
    expect(await next.query("SELECT 'next' AS answer")).toEqual([{ answer: "next" }])
  })

  test("is lent again when somebody does not give it back", async () => {
    const pool = open(1, { suspectMs: 1, lendMs: 5 })
    await pool.acquire()
    const next = await pool.acquire()
    expect(await next.query("SELECT 1 AS one")).toEqual([{ one: 1 }])
  })

  test("is waited for in order, within a limit, and by so many only", async () => {
    const pool = open(1, { turnMs: 50, waitingMax: 2 })
    const first = await pool.acquire()
    const [second, third] = [pool.acquire(), pool.acquire()]
    expect(await isAwayAfter(pool.acquire())).toBe(true)
    first.release()
    ;(await second).release()
    const last = await third
    expect(await isAwayAfter(pool.acquire())).toBe(true)
    last.release()
    const again = await pool.acquire()
    expect(await again.query("SELECT 1 AS one")).toEqual([{ one: 1 }])
  })

  test("that takes long is waited for, when the server answers others meanwhile", async () => {
    const lent = await open(1, { suspectMs: 1 }).acquire()
    expect(await lent.query("SELECT SLEEP(0.3) AS slept")).toEqual([{ slept: 0 }])
  })
})

describe("a server that takes connections and says nothing", () => {
  function silentServer() {
    const server = Bun.listen({
      hostname: "127.0.0.1",
      port: 0,
      socket: { data: () => {}, open: () => void (heard += 1) },
    })
    let heard = 0
    return { url: `mysql://u:p@127.0.0.1:${server.port}/podo`, server, heard: () => heard }
  }

  test("is found out, and then asked by one connection alone", async () => {
    const { url, server, heard } = silentServer()
    const pool = open(3, { turnMs: 30 }, url)
    const first = await Promise.all(Array.from({ length: 10 }, () => isAwayAfter(pool.acquire())))
    expect(first).toEqual(first.map(() => true))
    const stopped = async () =>
      String(await failureOf(pool.acquire())).includes("MySQL has stopped answering")
    await until(stopped)
    const before = heard()
    const others = await Promise.all(Array.from({ length: 100 }, stopped))
    expect(others).toEqual(others.map(() => true))
    expect(heard()).toBe(before)
    server.stop(true)
    // The server has ended: that is an answer, and one that comes at once.
    await until(async () => String(await failureOf(pool.acquire())).includes("ECONNREFUSED"))
  })
})

describe("a transaction", () => {
  const openDatabase = (patience: Partial<Patience>) => {
    const db = connectDatabase(databaseUrl, { ...forTools, ...patience })
    opened.push({ end: () => db.destroy() })
    return db
  }

  test("that was cut fails with its own error, for there is nothing left to roll back", async () => {
    const db = openDatabase({ suspectMs: 5, lendMs: 50 })
    const own = new Error("own")
    const work = inTransaction(db, async (trx) => {
      await sql`SELECT SLEEP(0.5)`.execute(trx).catch(() => {})
      throw own
    })
    expect(await failureOf(work)).toBe(own)
    expect((await sql`SELECT 1 AS one`.execute(db)).rows).toEqual([{ one: 1 }])
  })

  test("ends by itself when it waits too long for a lock, and is not sent through it all again", async () => {
    const db = openDatabase({ lockWaitSeconds: 1 })
    const { performanceId } = await mintPerformance({ db: shared })
    const lock = (trx: Transaction) =>
      sql`SELECT id FROM performance WHERE id = ${performanceId} FOR UPDATE`.execute(trx)
    const locked = barrier(2)
    const done = Promise.withResolvers<void>()
    const rival = inTransaction(shared, async (trx) => {
      await lock(trx)
      await locked()
      await done.promise
    })
    await locked()
    let attempts = 0
    const work = inTransaction(db, (trx) => {
      attempts += 1
      return lock(trx)
    })
    expect(await failureOf(work)).toHaveProperty("errno", 1205)
    // Five would be five seconds of a person's time.
    expect(attempts).toBeLessThan(5)
    done.resolve()
    await rival
  })
})
