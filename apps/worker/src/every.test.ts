import { describe, expect, test } from "bun:test"
import { every } from "./every.ts"

describe("work that is done every so often", () => {
  test("is never done twice at once, survives its failures, and stops without waiting for its turn", async () => {
    let atOnce = 0
    let runs = 0
    const errors: unknown[] = []
    const third = Promise.withResolvers<void>()
    const work = async () => {
      atOnce += 1
      runs += 1
      expect(atOnce).toBe(1)
      await Promise.resolve()
      atOnce -= 1
      if (runs === 3) third.resolve()
      throw new Error("failed")
    }
    const stop = every(1, work, (error) => errors.push(error))
    await third.promise
    await stop()
    expect(errors.length).toBeGreaterThanOrEqual(3)
    const began = performance.now()
    await every(
      60_000,
      () => Promise.resolve(),
      () => {},
    )()
    expect(performance.now() - began).toBeLessThan(30_000)
  })
})
