import { describe, expect, test } from "bun:test"
import { coalescing, coalescingMany } from "./coalesce-reads.ts"

describe("those who ask the same at once", () => {
  test("share one reading, and whoever comes while one is under way gets one that begins later", async () => {
    const coalesce = coalescing<number>()
    const first = Promise.withResolvers<void>()
    let begun = 0
    const read = async () => {
      const turn = ++begun
      if (turn === 1) await first.promise
      return turn
    }
    const early = coalesce("a", read)
    const late = Array.from({ length: 100 }, () => coalesce("a", read))
    expect(await coalesce("b", () => Promise.resolve(7))).toBe(7)
    expect(begun).toBe(1)
    first.resolve()
    expect(await early).toBe(1)
    expect(new Set(await Promise.all(late))).toEqual(new Set([2]))
    expect(await coalesce("a", read)).toBe(3)
  })

  test("fail together, and nobody after them", async () => {
    const coalesce = coalescing<string>()
    const failing = () => Promise.reject(new Error("away"))
    const early = coalesce("a", failing)
    const late = coalesce("a", () => Promise.resolve("back"))
    expect(await early.catch((error: Error) => error.message)).toBe("away")
    expect(await late).toBe("back")
  })
})

describe("those who ask about different keys at once", () => {
  /** Readings that begin as they like, and end when they are told to. */
  function openReadings() {
    const readings: string[][] = []
    const begun = Promise.withResolvers<void>()
    const mayEnd = Promise.withResolvers<void>()
    const ask = coalescingMany(async (keys: string[]) => {
      readings.push(keys)
      const reading = readings.length
      begun.resolve()
      await mayEnd.promise
      return new Map(keys.filter((key) => key !== "c").map((key) => [key, reading]))
    })
    return { readings, ask, hasBegun: begun.promise, mayEnd }
  }

  test("are asked about in one reading, each key once", async () => {
    const { readings, ask, mayEnd } = openReadings()
    mayEnd.resolve()
    expect(await Promise.all(["a", "b", "b", "c", "a"].map(ask))).toEqual([1, 1, 1, undefined, 1])
    expect(readings).toEqual([["a", "b", "c"]])
  })

  test("are asked about in the next one, all together, while one is under way", async () => {
    const { readings, ask, hasBegun, mayEnd } = openReadings()
    const early = ask("a")
    await hasBegun
    const late = ["b", "a"].map(ask)
    mayEnd.resolve()
    expect(await early).toBe(1)
    expect(await Promise.all(late)).toEqual([2, 2])
    expect(readings).toEqual([["a"], ["b", "a"]])
  })

  test("each fail with a reading that fails, and the next one is tried", async () => {
    let readings = 0
    const ask = coalescingMany(async (keys: string[]) => {
      readings += 1
      if (readings === 1) throw new Error("It is away.")
      return new Map(keys.map((key) => [key, readings]))
    })
    const failed = await Promise.allSettled(["a", "b"].map(ask))
    expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"])
    expect(await ask("a")).toBe(2)
  })
})
