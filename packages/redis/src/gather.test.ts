import { describe, expect, test } from "bun:test"
import { gathering } from "./gather.ts"

describe("those who ask the same at once", () => {
  test("share one reading, and whoever comes while one is under way gets one that begins later", async () => {
    const gather = gathering<number>()
    const first = Promise.withResolvers<void>()
    let begun = 0
    const read = async () => {
      const turn = ++begun
      if (turn === 1) await first.promise
      return turn
    }
    const early = gather("a", read)
    const late = Array.from({ length: 100 }, () => gather("a", read))
    expect(await gather("b", () => Promise.resolve(7))).toBe(7)
    expect(begun).toBe(1)
    first.resolve()
    expect(await early).toBe(1)
    expect(new Set(await Promise.all(late))).toEqual(new Set([2]))
    expect(await gather("a", read)).toBe(3)
  })

  test("fail together, and nobody after them", async () => {
    const gather = gathering<string>()
    const failing = () => Promise.reject(new Error("away"))
    const early = gather("a", failing)
    const late = gather("a", () => Promise.resolve("back"))
    expect(await early.catch((error: Error) => error.message)).toBe("away")
    expect(await late).toBe("back")
  })
})
