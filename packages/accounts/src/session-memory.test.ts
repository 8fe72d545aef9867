import { describe, expect, test } from "bun:test"
import { SessionId, UserId } from "@podo/contract/ids"
import { openSessionMemory } from "./session-memory.ts"

const sessionUntil = (expiresAt: number) => ({
  userId: UserId.parse(Bun.randomUUIDv7()),
  sessionId: SessionId.parse(Bun.randomUUIDv7()),
  token: crypto.randomUUID(),
  expiresAt,
})

describe("the memory of sessions", () => {
  test("holds for half a second from when it was asked, not from when it was told", () => {
    const memory = openSessionMemory()
    const session = sessionUntil(1_000_000)
    memory.keep(session, 1_000)
    expect(memory.recall(session.token, 1_499)).toBe(session)
    expect(memory.recall(session.token, 1_500)).toBeUndefined()
  })

  test("holds no longer than the session", () => {
    const memory = openSessionMemory()
    const session = sessionUntil(1_100)
    memory.keep(session, 1_000)
    expect(memory.recall(session.token, 1_099)).toBe(session)
    expect(memory.recall(session.token, 1_100)).toBeUndefined()
  })

  test("forgets at once what it is told to", () => {
    const memory = openSessionMemory()
    const [ended, other] = [sessionUntil(9_000), sessionUntil(9_000)]
    memory.keep(ended, 1_000)
    memory.keep(other, 1_000)
    memory.forget([ended.token])
    expect(memory.recall(ended.token, 1_001)).toBeUndefined()
    expect(memory.recall(other.token, 1_001)).toBe(other)
  })

  test("does not grow without end", () => {
    const memory = openSessionMemory()
    const first = sessionUntil(9_000)
    memory.keep(first, 1_000)
    for (let n = 0; n < 20_000; n++) memory.keep({ ...first, token: String(n) }, 1_000)
    expect(memory.recall(first.token, 1_001)).toBeUndefined()
    expect(memory.recall("19999", 1_001)).toBeDefined()
  })

  /** A look-up that comes to its end when it is told to, and how often it was begun. */
  function openLookUp(session: ReturnType<typeof sessionUntil>) {
    const { promise, resolve } = Promise.withResolvers<typeof session>()
    const lookUp = { begun: 0, end: () => resolve(session), find: () => (lookUp.begun++, promise) }
    return lookUp
  }

  test("lets calls that come at once share a look-up, as long as it would be kept", async () => {
    const memory = openSessionMemory()
    const session = sessionUntil(9_000)
    const lookUp = openLookUp(session)
    const askAt = (now: number) => memory.keepFound(session.token, now, lookUp.find)
    const early = [askAt(1_000), askAt(1_499)]
    expect(lookUp.begun).toBe(1)
    const late = askAt(1_500)
    expect(lookUp.begun).toBe(2)
    lookUp.end()
    expect(await Promise.all([...early, late])).toEqual([session, session, session])
    expect(memory.recall(session.token, 1_999)).toBe(session)
    expect(memory.recall(session.token, 2_000)).toBeUndefined()
  })

  test("does not keep what it is told to forget while it is looked up", async () => {
    const memory = openSessionMemory()
    const session = sessionUntil(9_000)
    const lookUp = openLookUp(session)
    const found = memory.keepFound(session.token, 1_000, lookUp.find)
    memory.forget([session.token])
    lookUp.end()
    await found
    expect(memory.recall(session.token, 1_001)).toBeUndefined()
  })

  test("asks again after a look-up that failed, or found nobody", async () => {
    const memory = openSessionMemory()
    const session = sessionUntil(9_000)
    const find = async (answer: () => Promise<typeof session | null>) =>
      memory.keepFound(session.token, 1_000, answer).catch(() => "failed")
    expect(await find(() => Promise.reject(new Error("away")))).toBe("failed")
    expect(await find(() => Promise.resolve(null))).toBeNull()
    expect(await find(() => Promise.resolve(session))).toBe(session)
  })
})
