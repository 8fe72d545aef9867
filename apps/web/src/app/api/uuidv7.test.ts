import { describe, expect, test } from "bun:test"
import { uuidv7 } from "./uuidv7.ts"

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe("a version 7 UUID", () => {
  test("is one by the book", () => {
    for (let i = 0; i < 500; i++) expect(uuidv7()).toMatch(UUID_V7)
  })

  test("begins with the time it was made", () => {
    const made = 1_763_600_000_123
    expect(Number.parseInt(uuidv7(made).replaceAll("-", "").slice(0, 12), 16)).toBe(made)
  })

  test("is never the same twice, in one millisecond either", () => {
    const ids = Array.from({ length: 2_000 }, () => uuidv7(1_763_600_000_123))
    expect(new Set(ids).size).toBe(ids.length)
  })
})
