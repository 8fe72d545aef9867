import { describe, expect, test } from "bun:test"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { relayOutbox } from "@podo/booking/relay-outbox"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { BookingId } from "@podo/contract/ids"
import { migrateToLatest } from "@podo/db/migrate"
import { closeStores, openStores } from "@podo/stores/stores"
import { until } from "@podo/db/racing"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { letReturn } from "@podo/seating/testing"
import { codeOf, connectApi } from "../operate/api-client.ts"
import { startApi } from "./api-process.ts"
import { testStoreUrls } from "../run/env.ts"
import { findMysqlServer, prepareMysql } from "../stores/mysql.ts"
import { findRedisServer, prepareRedis } from "../stores/redis.ts"

const stores = await openTestStores()

/** A Redis of this test's own, to be taken away and given back with what it knew before. */
function ownRedis() {
  const server = findRedisServer()
  if (!server) throw new Error("No redis-server was found.")
  const path = mkdtempSync(join(tmpdir(), "podo-outage-"))
  const removed = () => rmSync(path, { recursive: true })
  return { ...prepareRedis(server, { path, throwAway: false }), removed }
}

const codeOfCall = (call: Promise<unknown>) => call.then(() => "ok", codeOf)

describe("while Redis is away", () => {
  test("claims fail, reading goes on, and all comes back without a restart", async () => {
    const { url: redisUrl, program, removed } = ownRedis()
    let redis = await program.start()
    const { databaseUrl } = testStoreUrls()
    const server = await startApi(undefined, { databaseUrl, redisUrl })
    const { performanceId, eventId } = await mintPerformance(stores)
    const [session] = await mintSessions(stores.db, 1)
    const api = connectApi(server.url, session?.token ?? "")
    const { holdId } = await api.seating.claim.mutate({ performanceId, places: [3] })
    const bookingId = BookingId.parse(Bun.randomUUIDv7())
    const confirm = { bookingId, performanceId, holdId }
    const booking = await api.booking.confirm.mutate(confirm)

    await redis.stop()
    await until(async () => {
      const claim = api.seating.claim.mutate({ performanceId, places: [4] })
      return (await codeOfCall(claim)) === "STORE_UNAVAILABLE"
    })
    const { places } = await api.seating.availability.query({ performanceId })
    expect(places).toBe("...b......")
    const event = await api.catalog.event.query({ eventId })
    expect(event.performances[0]?.remaining).toBe(9)
    expect(await api.booking.confirm.mutate(confirm)).toEqual(booking)
    expect((await api.booking.cancel.mutate({ bookingId })).status).toBe("cancelled")
    // A signed-in person stays so. A session that ends must end everywhere, which cannot be promised now.
    expect((await api.account.me.query())?.userId).toBe(session?.userId)
    expect(await codeOfCall(api.account.endAllSessions.mutate())).toBe("STORE_UNAVAILABLE")
    const nobody = { email: "nobody@example.com", password: "not the one" }
    expect(await codeOfCall(api.account.signIn.mutate(nobody))).toBe("WRONG_CREDENTIALS")
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)

    // It remembers a place as booked whose booking was cancelled meanwhile: the outbox tells it.
    redis = await program.start()
    const back = await openStores({ databaseUrl, redisUrl }, () => {})
    await until(async () => {
      await relayOutbox(back)
      await letReturn(back, performanceId)
      const claim = api.seating.claim.mutate({ performanceId, places: [3] })
      return (await codeOfCall(claim)) === "ok"
    })
    expect((await api.seating.availability.query({ performanceId })).places).toBe("...h......")
    expect((await verifyPerformance(back, performanceId)).drift).toEqual([])
    expect(await codeOfCall(api.account.endAllSessions.mutate())).toBe("ok")
    expect(await api.account.me.query()).toBeNull()
    await closeStores(back)
    await server.kill()
    await redis.stop()
    removed()
  }, 30_000)
})

describe("while MySQL is away", () => {
  test("work that needs it is to be tried again, claims go on, and all comes back without a restart", async () => {
    const server = findMysqlServer()
    if (!server) throw new Error("No MySQL-compatible server was found.")
    const path = mkdtempSync(join(tmpdir(), "podo-outage-"))
    const { url: databaseUrl, program } = await prepareMysql(server, { path, throwAway: false })
    const mysql = await program.start()
    const own = await openStores({ databaseUrl, redisUrl: testStoreUrls().redisUrl }, () => {})
    await migrateToLatest(own.db)
    const { performanceId, eventId } = await mintPerformance(own)
    const [session] = await mintSessions(own.db, 1)
    const api = await startApi(undefined, { databaseUrl, redisUrl: testStoreUrls().redisUrl })
    const client = connectApi(api.url, session?.token ?? "")
    const calls = () => [
      client.account.me.query(),
      client.catalog.event.query({ eventId }),
      client.booking.mine.query({}),
    ]
    const codes = () => Promise.all(calls().map(codeOfCall))
    expect(await codes()).toEqual(["ok", "ok", "ok"])
    await client.seating.claim.mutate({ performanceId, places: [4] })
    await mysql.stop()
    for (let again = 0; again < 5; again++) {
      expect(new Set(await codes())).toEqual(new Set(["STORE_UNAVAILABLE"]))
    }
    // Redis vouches for who is signed in, and holds places.
    await client.seating.claim.mutate({ performanceId, places: [3] })
    expect((await client.seating.availability.query({ performanceId })).places).toBe("...h......")
    const restarted = await program.start()
    await until(async () => (await codes()).every((code) => code === "ok"))
    await api.kill()
    await closeStores(own)
    await restarted.stop()
    rmSync(path, { recursive: true })
  }, 60_000)
})

describe("while Redis is emptied in mid-sale", () => {
  test("no place is sold twice, and the sale goes on", async () => {
    const server = await startApi()
    const { performanceId } = await mintPerformance(stores, { capacity: 100 })
    const sessions = await mintSessions(stores.db, 200)
    const outcomes = await Promise.all(
      sessions.map(async ({ token }, person) => {
        const api = connectApi(server.url, token)
        if (person % 40 === 0) await stores.redis.flushall()
        const claim = { performanceId, places: [person % 100] }
        const hold = await api.seating.claim.mutate(claim).catch(codeOf)
        if (typeof hold === "string") return hold
        const bookingId = BookingId.parse(Bun.randomUUIDv7())
        const { holdId } = hold
        return codeOfCall(api.booking.confirm.mutate({ bookingId, performanceId, holdId }))
      }),
    )
    const known = ["ok", "PLACES_TAKEN", "HOLD_EXPIRED"]
    expect(outcomes.filter((outcome) => !known.includes(outcome))).toEqual([])
    const { sold, drift } = await verifyPerformance(stores, performanceId)
    expect(sold).toBe(outcomes.filter((outcome) => outcome === "ok").length)
    expect(drift).toEqual([])
    const [late] = await mintSessions(stores.db, 1)
    const { places } = await connectApi(server.url, "").seating.availability.query({
      performanceId,
    })
    const open = places.indexOf(".")
    if (open >= 0) {
      const claim = { performanceId, places: [open] }
      const hold = await connectApi(server.url, late?.token ?? "").seating.claim.mutate(claim)
      expect(hold.places).toEqual([open])
    }
    await server.kill()
  }, 30_000)
})
