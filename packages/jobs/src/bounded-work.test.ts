import { describe, expect, test } from "bun:test"
import { race, refusalOf } from "@podo/db/racing"
import { boundedWork } from "./bounded-work.ts"

describe("work that is bounded", () => {
  test("is done by so many at once, in the order in which it came", async () => {
    const { run, isIdle } = boundedWork({ atOnce: 2, patienceMs: 1_000, typicalMs: 1 })
    expect(isIdle()).toBe(true)
    const begun: number[] = []
    const counts = { now: 0, most: 0 }
    const all = Array.from({ length: 6 }, (_, at) =>
      run(async () => {
        begun.push(at)
        counts.most = Math.max(counts.most, ++counts.now)
        for (let turn = 0; turn <= at % 3; turn++) await Promise.resolve()
        counts.now -= 1
      }),
    )
    expect(isIdle()).toBe(false)
    await Promise.all(all)
    expect([begun, counts.most, isIdle()]).toEqual([[0, 1, 2, 3, 4, 5], 2, true])
  })

  test("is refused before it is begun where the line is longer than anybody should wait", async () => {
    const { run } = boundedWork({ atOnce: 1, patienceMs: 100, typicalMs: 60 })
    const { promise, resolve } = Promise.withResolvers<void>()
    const waiting = race(3, () => run(() => promise))
    const refused = run(() => Promise.reject(new Error("It is never begun.")))
    expect(await refusalOf(refused)).toEqual({ code: "TOO_MANY_REQUESTS", retryAfterMs: 120 })
    resolve()
    expect((await waiting).won).toHaveLength(3)
  })

  test("fails alone, and the next is done", async () => {
    const { run } = boundedWork({ atOnce: 1, patienceMs: 100, typicalMs: 1 })
    const failed = run(() => Promise.reject(new Error("It fails.")))
    const next = run(() => Promise.resolve("done"))
    expect(String(await failed.catch((error: unknown) => error))).toContain("It fails.")
    expect(await next).toBe("done")
  })
})
