import { describe, expect, test } from "bun:test"
import { PerformanceId, SessionId, type UserId } from "@podo/contract/ids"
import type { Refusal } from "@podo/contract/refusal"
import { DRAW_HEX_DIGITS } from "@podo/contract/limits"
import { mintPerformance, type PerformanceWishes } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { type RateLimit, spendHere } from "@podo/redis/rate-limit"
import { limits } from "@podo/waiting-room/limits"
import { goAway } from "@podo/waiting-room/testing"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { type Answer, mintSession, openTestApi } from "../testing/api.ts"

const stores = await openTestStores()
const api = openTestApi(stores)
const elsewhere = openTestApi(await openTestStores())

const HOUR_MS = 3_600_000
const ROOM = { capacity: 1, perMinute: 60 }
const MINUTE_MS = 60_000

/** A room whose lobby draws, an hour before its sale. */
const LOBBY = {
  room: { ...ROOM, hasDraw: true, lobbyOpensAt: new Date(Date.now() - HOUR_MS) },
  saleOpensInMs: HOUR_MS,
} satisfies PerformanceWishes

async function mintLine(wishes: PerformanceWishes = { room: ROOM }) {
  const minted = await mintPerformance(stores, wishes)
  const { performanceId } = minted
  const keys = keysOfPerformance(performanceId)
  return {
    ...minted,
    keys,
    enter: (token?: string) => api.mutate("waitingRoom.enter", { performanceId }, token),
    leave: (token?: string) => api.mutate("waitingRoom.leave", { performanceId }, token),
    status: (token?: string) => api.query("waitingRoom.status", { performanceId }, token),
    inLine: async () => stores.redis.zrange(keys.line, 0, "-1"),
  }
}

/** Another session of the same account, as of another device. */
async function mintDevice(userId: UserId) {
  const token = crypto.randomUUID()
  const [now, expiresAt] = [new Date(), new Date(Date.now() + HOUR_MS)]
  const id = SessionId.parse(Bun.randomUUIDv7())
  const session = { id, userId, token, expiresAt, createdAt: now, updatedAt: now }
  await stores.db.insertInto("session").values(session).execute()
  return token
}

async function useUp(limit: RateLimit, who: string, but = 0) {
  for (let n = but; n < limit.times; n++) spendHere(limit, who)
}

const codes = (answers: Answer[]) => answers.map(({ status, refusal }) => refusal?.code ?? status)

const waitOf = (refusal: Refusal | undefined) =>
  refusal?.code === "TOO_MANY_REQUESTS" ? refusal.retryAfterMs : undefined

describe("an account has one place in a line", () => {
  test("however many of its devices, tabs and addresses enter at once", async () => {
    const { performanceId, keys, inLine, status } = await mintLine(LOBBY)
    const { userId, token } = await mintSession(stores)
    const tokens = [token, await mintDevice(userId), await mintDevice(userId)]
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        (n % 2 === 0 ? api : elsewhere).mutate(
          "waitingRoom.enter",
          { performanceId },
          tokens[n % tokens.length],
        ),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(60)
    // A person who pressed too often keeps the place, and may press again within a minute.
    for (const { refusal } of answers.filter((answer) => answer.status !== 200)) {
      expect(waitOf(refusal)).toBeGreaterThan(0)
      expect(waitOf(refusal)).toBeLessThanOrEqual(MINUTE_MS)
    }
    expect(await inLine()).toEqual([userId])
    expect(await stores.redis.strlen(keys.draws)).toBe(DRAW_HEX_DIGITS)
    expect((await status(tokens[2])).data).toMatchObject({ state: "lobby", waiting: 1 })
  })

  test("the account whose name is sent along", async () => {
    const { performanceId, inLine } = await mintLine()
    const [me, victim] = [await mintSession(stores), await mintSession(stores)]
    const input = { performanceId, userId: victim.userId }
    expect((await api.mutate("waitingRoom.enter", input, me.token)).status).toBe(200)
    expect(await inLine()).toEqual([me.userId])
  })

  test("and without one there is no place: neither for guests, nor for tokens that were made up", async () => {
    const { enter, leave, status, inLine } = await mintLine()
    const { token } = await mintSession(stores)
    for (const made of [undefined, crypto.randomUUID(), `${token}x`, token.toUpperCase(), "'--"]) {
      expect(codes([await enter(made), await leave(made), await status(made)])).toEqual(
        Array.from({ length: 3 }, () => "SIGN_IN_REQUIRED"),
      )
    }
    expect(await inLine()).toEqual([])
  })
})

describe("the place of somebody else in line", () => {
  test("can be moved, given up or kept alive", async () => {
    const { performanceId, keys, enter, inLine } = await mintLine()
    const [first, second] = [await mintSession(stores), await mintSession(stores)]
    await enter(first.token)
    await enter(second.token)
    const before = [await inLine(), await stores.redis.hget(keys.people, first.userId)]
    const input = { performanceId, userId: first.userId }
    await api.mutate("waitingRoom.enter", input, second.token)
    await api.query("waitingRoom.status", input, second.token)
    expect([await inLine(), await stores.redis.hget(keys.people, first.userId)]).toEqual(before)
    await goAway(stores, performanceId, [first.userId])
    await api.query("waitingRoom.status", input, second.token)
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 1, noShows: 1 })
    const third = await mintSession(stores)
    await enter(third.token)
    // Neither the place of who was passed over nor the admission goes by another's leaving.
    await api.mutate("waitingRoom.leave", { performanceId, userId: second.userId }, third.token)
    await api.mutate("waitingRoom.leave", { performanceId, userId: first.userId }, third.token)
    expect(await inLine()).toEqual([])
    expect(await stores.redis.zrange(keys.absent, 0, "-1")).toEqual([first.userId])
    expect(await stores.redis.zrange(keys.admitted, 0, "-1")).toEqual([second.userId])
  })
})

describe("entering", () => {
  test("is limited by account, for a minute at most", async () => {
    const { enter, inLine } = await mintLine()
    const fan = await mintSession(stores)
    await enter(fan.token)
    await useUp(limits.entersPerAccount, fan.userId, 1)
    const { status, refusal } = await enter(fan.token)
    expect([status, (waitOf(refusal) ?? 0) <= MINUTE_MS]).toEqual([429, true])
    expect(await inLine()).toEqual([fan.userId])
  })

  test("is limited by address, unless that is our own machine", async () => {
    const { performanceId, inLine } = await mintLine()
    const address = `198.18.${crypto.getRandomValues(new Uint8Array(2)).join(".")}`
    await useUp(limits.entersPerAddress, address, 1)
    await useUp(limits.entersPerAddress, "127.0.0.1")
    const from = async (its: string) => {
      const { token } = await mintSession(stores)
      const headers = { authorization: `Bearer ${token}` }
      return api
        .openVisitor({ address: its, headers })
        .mutate("waitingRoom.enter", { performanceId })
    }
    const answers = [await from(address), await from(address), await from("127.0.0.1")]
    expect(codes(answers)).toEqual([200, "TOO_MANY_REQUESTS", 200])
    expect(await inLine()).toHaveLength(2)
  })

  test("and leaving the lobby again and again cannot fill Redis, and ends in the line", async () => {
    const { enter, leave, keys, inLine } = await mintLine(LOBBY)
    const [patient, { userId, token }] = [await mintSession(stores), await mintSession(stores)]
    await enter(patient.token)
    const answers = []
    for (let n = 0; n < 30; n++) answers.push(await enter(token), await leave(token))
    const { times, seconds } = limits.leavesPerAccount
    const refused = answers.filter(({ refusal }) => refusal?.code === "TOO_MANY_REQUESTS")
    expect(refused).toHaveLength(30 - times)
    expect(waitOf(refused[0]?.refusal)).toBeLessThanOrEqual(seconds * 1000)
    // An entering for each leaving, and one more: as often as it takes to be in.
    const written = 1 + (2 * times + 1)
    expect(await stores.redis.strlen(keys.draws)).toBe(written * DRAW_HEX_DIGITS)
    expect((await inLine()).toSorted()).toEqual([patient.userId, userId].toSorted())
  })

  test("does nothing where nobody can enter, and none of it is a defect", async () => {
    const { token, userId } = await mintSession(stores)
    const mint = async (wishes?: PerformanceWishes) => mintLine(wishes)
    const [draft, cancelled, removed] = [await mint(), await mint(), await mint()]
    const closed = await mint({ room: ROOM, saleClosesInMs: -1 })
    const before = await mint({
      room: { ...ROOM, lobbyOpensAt: new Date(Date.now() + HOUR_MS) },
      saleOpensInMs: 2 * HOUR_MS,
    })
    const draining = await mint({ room: { ...ROOM, draining: true } })
    const none = await mint({})
    const { db } = stores
    await db
      .updateTable("event")
      .where("id", "=", draft.eventId)
      .set({ publishedAt: null })
      .execute()
    await db
      .updateTable("performance")
      .where("id", "=", cancelled.performanceId)
      .set({ cancelledAt: new Date() })
      .execute()
    const { performanceId: gone } = removed
    await db.deleteFrom("waitingRoom").where("performanceId", "=", gone).execute()
    await db.deleteFrom("performanceArea").where("performanceId", "=", gone).execute()
    await db.deleteFrom("performance").where("id", "=", gone).execute()
    const outcomeOf = async ({ enter, status, keys }: Awaited<ReturnType<typeof mint>>) => {
      const answers = [await enter(token), await status(token)]
      expect(await stores.redis.zscore(keys.line, userId)).toBeNull()
      return answers.map(({ refusal, data }) => refusal ?? (data as { state: string }).state)
    }
    const twice = <Said>(said: Said) => [said, said]
    const unknown = { code: "NOT_FOUND" }
    expect(await outcomeOf(draft)).toMatchObject(twice(unknown))
    expect(await outcomeOf(removed)).toMatchObject(twice(unknown))
    expect(await outcomeOf(cancelled)).toEqual(twice("closed"))
    expect(await outcomeOf(closed)).toEqual(twice("closed"))
    expect(await outcomeOf(before)).toEqual(twice("closed"))
    expect(await outcomeOf(draining)).toEqual(twice("closed"))
    expect(await outcomeOf(none)).toEqual(twice({ code: "NOT_FOUND", what: "waiting-room" }))
    expect(api.defects).toEqual([])
  })

  test("with what is no performance, or far too much of it, is malformed", async () => {
    const { token } = await mintSession(stores)
    const inputs = [null, {}, "x", { performanceId: "1; DEL line" }, { performanceId: [] }]
    for (const input of inputs) {
      expect((await api.mutate("waitingRoom.enter", input, token)).status).toBe(400)
      expect((await api.query("waitingRoom.status", input, token)).status).toBe(400)
    }
    const huge = { performanceId: "a".repeat(100_000) }
    expect((await api.mutate("waitingRoom.enter", huge, token)).status).toBe(413)
    expect(api.defects).toEqual([])
  })
})

describe("asking", () => {
  test("for 200 rooms that do not exist leaves nothing behind", async () => {
    const { token } = await mintSession(stores)
    const ids = Array.from({ length: 200 }, () => Bun.randomUUIDv7())
    const answers = await Promise.all(
      ids.map((performanceId) => api.query("waitingRoom.status", { performanceId }, token)),
    )
    expect(new Set(codes(answers))).toEqual(new Set(["NOT_FOUND"]))
    const left = await Promise.all(
      ids.map((id) => {
        const keys = keysOfPerformance(PerformanceId.parse(id))
        return stores.redis.exists(...Object.values(keys))
      }),
    )
    expect(Math.max(...left)).toBe(0)
    expect(api.defects).toEqual([])
  })
})
