import { describe, expect, test } from "bun:test"
import { gathering, gatheringMany } from "./gather.ts"

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

describe("those who ask about different keys at once", () => {
  test("are asked about in one reading, each key once, which begins after each has asked", async () => {
    const readings: string[][] = []
    const first = Promise.withResolvers<void>()
    const ask = gatheringMany(async (keys: string[]) => {
      readings.push(keys)
      if (readings.length === 1) await first.promise
      return new Map(keys.filter((key) => key !== "c").map((key) => [key, readings.length]))
    })
    const early = ask("a")
    const late = ["b", "b", "c", "a"].map(ask)
    first.resolve()
    expect(await early).toBe(1)
    expect(await Promise.all(late)).toEqual([2, 2, undefined, 2])
    expect(readings).toEqual([["a"], ["b", "c", "a"]])
  })
})
