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
})
