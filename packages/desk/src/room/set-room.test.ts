import { describe, expect, test } from "bun:test"
import { removePerformance } from "../performances/remove-performance.ts"
import type { RoomTerms } from "@podo/contract/desk-room"
import { Refused } from "@podo/contract/refusal"
import { barrier, race, refusalOf } from "@podo/db/racing"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { readAvailability } from "@podo/seating/read-availability"
import { reconcileRoom } from "@podo/waiting-room/reconcile-room"
import { mintRoomSale } from "../testing/room-sales.ts"
import { setRoom } from "./set-room.ts"
import {
  cancel,
  findRows,
  listAudit,
  listToTell,
  mintStranger,
  termsIn,
  unpublish,
  withoutRedis,
} from "../testing/rooms.queries.ts"

const stores = await openTestStores()
const HOUR_MS = 3_600_000

describe("a waiting room that is set up", () => {
  test("is on, with a seed of its own that never changes, and the history tells what differs", async () => {
    const { eventId, performanceId, organizer, set } = await mintRoomSale(stores)
    const terms = termsIn(30)
    expect(await set(terms)).toMatchObject({
      terms,
      suggested: terms,
      room: { lobbyOpensAt: terms.lobbyOpensAt, hasDraw: true, phase: "closed", waiting: 0 },
    })
    const first = await findRows(stores, performanceId)
    expect(first).toMatchObject({ isOn: true, version: 1, saleVersion: 2, admissionSeconds: 600 })
    expect(first?.seed).toMatch(/^[0-9a-f]{64}$/)
    expect(await listToTell(stores, performanceId)).toEqual(["performance-changed"])
    expect(await listToTell(stores, eventId)).toEqual(["event-changed"])

    await set({ ...terms, capacity: 7, hasDraw: false })
    const second = await findRows(stores, performanceId)
    expect(second).toMatchObject({ capacity: 7, hasDraw: false, version: 2, saleVersion: 3 })
    expect(second?.seed).toBe(String(first?.seed))
    const { userId } = organizer
    const told = { userId, performanceId, action: "room-set" as const }
    const nothing = Object.fromEntries(Object.keys(terms).map((field) => [field, null]))
    expect(await listAudit(stores, eventId)).toEqual([
      {
        ...told,
        before: { waitingRoom: false, ...nothing },
        after: { waitingRoom: true, ...terms },
      },
      { ...told, before: { capacity: 100, hasDraw: true }, after: { capacity: 7, hasDraw: false } },
    ])
  })

  test("is not set by an operator who has not seen how it is run now", async () => {
    const { performanceId, organizer, set } = await mintRoomSale(stores)
    const seen = await set(termsIn(30))
    const again = (room: RoomTerms) =>
      setRoom(stores, organizer, { performanceId, etag: seen.etag, room })
    const terms = seen.terms as RoomTerms
    const changed = await again({ ...terms, capacity: 7 })
    expect(await refusalOf(again({ ...terms, perMinute: 9 }))).toMatchObject({
      code: "EDITED_MEANWHILE",
      etag: changed.etag,
      now: { waitingRoom: true, capacity: 7 },
    })
    expect(await again({ ...terms, capacity: 7 })).toMatchObject({ terms: { capacity: 7 } })
  })

  test("draws, or does not, as it did when its lobby opened, also when it was off meanwhile", async () => {
    const { set, problemsOf } = await mintRoomSale(stores)
    const terms = termsIn(-5)
    await set(terms)
    await set(null)
    const problem = "fixed-since-lobby-opened"
    expect(await problemsOf({ ...terms, hasDraw: false })).toEqual([
      { path: "room.hasDraw", problem },
    ])
    expect(await set(terms)).toMatchObject({ terms: { hasDraw: true } })
  })

  test("as it is already is written down by nobody", async () => {
    const { eventId, performanceId, set } = await mintRoomSale(stores)
    await set(null)
    const terms = termsIn(30)
    await set(terms)
    await set(terms)
    expect(await findRows(stores, performanceId)).toMatchObject({ version: 1, saleVersion: 2 })
    expect(await listAudit(stores, eventId)).toHaveLength(1)
  })

  test("lets the pages be that do not tell what has changed", async () => {
    const { performanceId, set } = await mintRoomSale(stores)
    await set(termsIn(30))
    const was = await findRows(stores, performanceId)
    await set(termsIn(30, { lobbyOpensAt: was?.lobbyOpensAt.toISOString() ?? "", perMinute: 9 }))
    expect(await findRows(stores, performanceId)).toMatchObject({ version: 2, saleVersion: 2 })
    const { room } = keysOfPerformance(performanceId)
    expect(await stores.redis.hget(room, "perMinute")).toBe("9")
  })

  test("stands between the crowd and the places, until it is turned off; its terms are kept", async () => {
    const { eventId, performanceId, set } = await mintRoomSale(stores, {})
    const claim = () => claimPlaces(stores, mintUserId(), { performanceId, places: [1] })
    await readAvailability(stores, { performanceId })
    const terms = termsIn(-90)
    await set(terms)
    expect(await refusalOf(claim())).toEqual({ code: "NOT_ADMITTED" })
    expect(await set(null)).toMatchObject({
      terms: null,
      suggested: terms,
      room: null,
      minutes: [],
    })
    expect((await claim()).places).toEqual([1])
    expect(await findRows(stores, performanceId)).toMatchObject({ isOn: false, capacity: 100 })
    const [, off] = await listAudit(stores, eventId)
    expect(off).toMatchObject({
      before: { waitingRoom: true },
      after: { waitingRoom: false, reason: "The power is out." },
    })
  })

  test("keeps admissions of seconds that the desk does not count in", async () => {
    const lobbyOpensAt = new Date(Date.now() + HOUR_MS / 2)
    const room = { admissionSeconds: 45, lobbyOpensAt }
    const { performanceId, set } = await mintRoomSale(stores, { saleOpensInMs: HOUR_MS, room })
    await set(termsIn(40, { admissionMinutes: 1 }))
    expect(await findRows(stores, performanceId)).toMatchObject({ admissionSeconds: 45 })
    await set(termsIn(40, { admissionMinutes: 2 }))
    expect(await findRows(stores, performanceId)).toMatchObject({ admissionSeconds: 120 })
  })

  test("is set up in MySQL also while Redis is away, and Redis is told later", async () => {
    const { performanceId, set } = await mintRoomSale(stores)
    const defects: unknown[] = []
    await readAvailability(stores, { performanceId })
    expect(await set(termsIn(30), await withoutRedis(stores, defects))).toMatchObject({
      room: null,
    })
    expect(defects.length).toBeGreaterThan(0)
    const { room } = keysOfPerformance(performanceId)
    expect(await stores.redis.exists(room)).toBe(0)
    await reconcileRoom(stores, performanceId)
    expect(await stores.redis.hget(room, "capacity")).toBe("100")
  })
})

describe("two who set up one room at once", () => {
  test("mint one seed, and each sees what the one before has left", async () => {
    const { eventId, performanceId, set } = await mintRoomSale(stores)
    const terms = termsIn(30)
    // An operator whose look was overtaken looks again.
    const setAnyhow = async (capacity: number): Promise<void> => {
      const refusal = await set({ ...terms, capacity }).then(
        () => null,
        (error: unknown) => (error instanceof Refused ? error.refusal.code : error),
      )
      if (refusal === "EDITED_MEANWHILE") return setAnyhow(capacity)
      expect(refusal).toBeNull()
    }
    await race(8, (runner) => setAnyhow(10 + runner))
    const audit = await listAudit(stores, eventId)
    const [first, ...later] = audit
    expect(first?.before).toMatchObject({ waitingRoom: false })
    expect(later.every(({ after }) => !("waitingRoom" in (after ?? {})))).toBe(true)
    const befores = later.map(({ before }) => before?.["capacity"])
    const afters = audit.map(({ after }) => after?.["capacity"])
    const last = (await findRows(stores, performanceId))?.capacity
    expect(new Set([...befores, last])).toEqual(new Set(afters))
  })

  // Without this control the test above would also pass if nothing ever raced.
  test("and the race is real: who looks without a lock finds no room, every one of them", async () => {
    const { performanceId } = await mintRoomSale(stores)
    const allHaveRead = barrier(8)
    const { won } = await race(8, async () => {
      const known = await findRows(stores, performanceId)
      await allHaveRead()
      return known === undefined ? "mints a seed" : "keeps it"
    })
    expect(won).toEqual(Array(8).fill("mints a seed"))
  })
})

describe("no room is set up", () => {
  test("by somebody else, whatever their role at another event", async () => {
    const { eventId, performanceId } = await mintRoomSale(stores)
    const wanted = { performanceId, etag: "unseen", room: termsIn(1) }
    const stranger = setRoom(stores, mintStranger(), wanted)
    expect(await refusalOf(stranger)).toEqual({ code: "NOT_ALLOWED" })
    expect(await findRows(stores, performanceId)).toBeUndefined()
    expect(await listAudit(stores, eventId)).toEqual([])
  })

  test("for what is cancelled, or whose sale is over", async () => {
    const over = await mintRoomSale(stores, { saleOpensInMs: -2 * HOUR_MS, saleClosesInMs: -1 })
    const cancelled = await mintRoomSale(stores)
    await cancel(stores, cancelled.performanceId)
    for (const { set, performanceId } of [over, cancelled]) {
      expect(await refusalOf(set(termsIn(-121)))).toEqual({ code: "SALE_CLOSED" })
      expect(await findRows(stores, performanceId)).toBeUndefined()
    }
  })
})

describe("a draft's waiting room", () => {
  test("is set up before anybody knows of it, and goes with its performance", async () => {
    const { eventId, performanceId, organizer, set } = await mintRoomSale(stores)
    await unpublish(stores, eventId)
    const terms = termsIn(30)
    expect(await set(terms)).toMatchObject({ terms, room: null })
    const keys = Object.values(keysOfPerformance(performanceId))
    expect(await stores.redis.exists(...keys)).toBe(0)
    const page = { page: 0, firstDraw: "0".repeat(13), draws: "0".repeat(13) }
    await stores.db
      .insertInto("drawPage")
      .values({ performanceId, ...page })
      .execute()
    await removePerformance(stores, organizer, { performanceId })
    for (const table of ["waitingRoom", "drawPage"] as const) {
      const rows = stores.db.selectFrom(table).where("performanceId", "=", performanceId)
      expect(await rows.select("performanceId").execute()).toEqual([])
    }
  })
})
