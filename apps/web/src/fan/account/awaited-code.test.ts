import { describe, expect, test } from "bun:test"
import { parseAwaited } from "./awaited-code.ts"

const kept = { codeId: "1", email: "a@example.com", name: "A", expiresAt: "later", sentAtMs: 1_000 }

describe("a code that a tab waits for", () => {
  test("is found again after a reload", () => {
    expect(parseAwaited(JSON.stringify(kept), 2_000)).toMatchObject({ email: "a@example.com" })
  })

  test("is nothing when it is old, from tomorrow, or of another make", () => {
    expect(parseAwaited(JSON.stringify(kept), 4_000_000)).toBeNull()
    expect(parseAwaited(JSON.stringify(kept), 0)).toBeNull()
    expect(parseAwaited(JSON.stringify({ ...kept, email: 1 }), 2_000)).toBeNull()
    expect(parseAwaited(JSON.stringify({ ...kept, sentAtMs: undefined }), 2_000)).toBeNull()
    expect(parseAwaited("{", 2_000)).toBeNull()
    expect(parseAwaited(null)).toBeNull()
  })
})
