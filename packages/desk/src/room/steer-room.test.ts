import { describe, expect, test } from "bun:test"
import { SteerRoom } from "@podo/contract/desk-room"
import { barrier, race, refusalOf } from "@podo/db/racing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { readRoom } from "@podo/waiting-room/read-room"
import { setSeenRoom } from "../testing/edits.ts"
import { steerRoom } from "./steer-room.ts"
import {
  findRows,
  listAudit,
  listToTell,
  mintRun,
  mintStranger,
  unpublish,
} from "../testing/rooms.queries.ts"

const stores = await openTestStores()

async function mintSteered() {
  const run = await mintRun(stores, { room: { capacity: 50, perMinute: 600 } })
  const { organizer, performanceId } = run
  const steer = (act: SteerRoom["act"]) => steerRoom(stores, organizer, { performanceId, act })
  return { ...run, steer }
}

type Steering = [act: SteerRoom["act"], before: object, after: object, seen: object]

const steerings: Steering[] = [
  [{ kind: "pause" }, { paused: false }, { paused: true }, { room: { paused: true } }],
  [{ kind: "resume" }, { paused: true }, { paused: false }, { room: { paused: false } }],
  [{ kind: "drain" }, { draining: false }, { draining: true }, { room: { draining: true } }],
  [
    { kind: "stop-draining" },
    { draining: true },
    { draining: false },
    { room: { draining: false } },
  ],
  [
    { kind: "rate", perMinute: 30 },
    { perMinute: 600 },
    { perMinute: 30 },
    { terms: { perMinute: 30 } },
  ],
  [
    { kind: "capacity", capacity: 5 },
    { capacity: 50 },
    { capacity: 5 },
    { terms: { capacity: 5 } },
  ],
  [
    { kind: "say", message: "곧 시작해요" },
    { message: "" },
    { message: "곧 시작해요" },
    { room: { message: "곧 시작해요" } },
  ],
]

describe("a room that is steered", () => {
  test("says so at once, everywhere, and each act is in the history", async () => {
    const { eventId, performanceId, organizer, steer } = await mintSteered()
    await readRoom(stores, { performanceId })
    const { room } = keysOfPerformance(performanceId)
    for (const [at, [act, , , seen]] of steerings.entries()) {
      expect(await steer(act)).toMatchObject(seen)
      expect(await stores.redis.hget(room, "version")).toBe(String(at + 2))
    }
    const { userId } = organizer
    const told = { userId, performanceId, action: "room-steered" as const }
    expect(await listAudit(stores, eventId)).toEqual(
      steerings.map(([, before, after]) => ({ ...told, before, after })) as never,
    )
    // Pages that wait are told by the line: none of them reads the event anew.
    expect(await findRows(stores, performanceId)).toMatchObject({ version: 8, saleVersion: 1 })
    expect(await listToTell(stores, performanceId)).toEqual(["performance-changed"])
    expect(await listToTell(stores, eventId)).toEqual([])
  })

  test("to where it is already is not written down", async () => {
    const { eventId, performanceId, steer } = await mintSteered()
    for (const act of [{ kind: "resume" }, { kind: "rate", perMinute: 600 }] as const) {
      expect(await steer(act)).toMatchObject({ terms: { perMinute: 600 } })
    }
    expect(await findRows(stores, performanceId)).toMatchObject({ version: 1 })
    expect(await listAudit(stores, eventId)).toEqual([])
    expect(await listToTell(stores, performanceId)).toEqual([])
  })

  test("by many at once is as the last of them left it, and the history has no gap", async () => {
    const { eventId, performanceId, steer } = await mintSteered()
    const { won } = await race(8, (runner) => steer({ kind: "rate", perMinute: 10 + runner }))
    expect(won).toHaveLength(8)
    const audit = await listAudit(stores, eventId)
    const befores = audit.map(({ before }) => before?.["perMinute"])
    const afters = audit.map(({ after }) => after?.["perMinute"])
    const row = await findRows(stores, performanceId)
    expect(row?.version).toBe(9)
    expect(new Set([...befores, row?.perMinute])).toEqual(new Set([600, ...afters]))
    const { room } = keysOfPerformance(performanceId)
    expect(await stores.redis.hmget(room, "version", "perMinute")).toEqual([
      "9",
      String(row?.perMinute),
    ])
  })

  // Without this control the test above would also pass if nothing ever raced.
  test("and the race is real: without a lock all see the same room before them", async () => {
    const { performanceId } = await mintSteered()
    const allHaveRead = barrier(8)
    const { won } = await race(8, async () => {
      const before = (await findRows(stores, performanceId))?.perMinute
      await allHaveRead()
      return before
    })
    expect(won).toEqual(Array(8).fill(600))
  })
})

describe("steering by others than the organizer", () => {
  test("somebody else's room, or one that is off or never was", async () => {
    const { eventId, performanceId, organizer } = await mintSteered()
    const act = { kind: "pause" as const }
    const stranger = steerRoom(stores, mintStranger(), { performanceId, act })
    expect(await refusalOf(stranger)).toEqual({ code: "NOT_ALLOWED" })
    const none = { code: "NOT_FOUND" as const, what: "waiting-room" as const }
    await setSeenRoom(stores, organizer, { performanceId, room: null, reason: "A test." })
    expect(await refusalOf(steerRoom(stores, organizer, { performanceId, act }))).toEqual(none)
    expect(await findRows(stores, performanceId)).toMatchObject({ paused: false })
    expect(await listAudit(stores, eventId)).toHaveLength(1)
    const other = await mintRun(stores)
    const steered = steerRoom(stores, other.organizer, { performanceId: other.performanceId, act })
    expect(await refusalOf(steered)).toEqual(none)
  })

  test("but a draft's room is already steered by its own organizer", async () => {
    const { eventId, performanceId, steer } = await mintSteered()
    await unpublish(stores, eventId)
    expect(await steer({ kind: "pause" })).toMatchObject({ room: null })
    expect(await findRows(stores, performanceId)).toMatchObject({ paused: true })
  })
})

describe("a message to a line", () => {
  const performanceId = Bun.randomUUIDv7()
  const said = (message: string) => {
    const { success, data } = SteerRoom.safeParse({ performanceId, act: { kind: "say", message } })
    return success && data.act.kind === "say" ? data.act.message : null
  }

  test("is one line that can be seen, or nothing", () => {
    expect(said("  곧 시작해요 🎫  ")).toBe("곧 시작해요 🎫")
    expect(said("   ")).toBe("")
    expect(said("가".repeat(200))).toBe("가".repeat(200))
    const wrong = ["a\nb", "a\u0007", "\u202Eabc", "a\u2066b", "\u200B", "\uD83C", "가".repeat(201)]
    expect(wrong.map(said)).toEqual(wrong.map(() => null))
  })
})
