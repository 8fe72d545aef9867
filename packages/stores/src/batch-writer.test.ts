import { describe, expect, test } from "bun:test"
import { batchWriter } from "./batch-writer.ts"
import { race, refusalOf } from "@podo/db/racing"

/** Writes numbers: a negative one fails the whole of its batch, as a duplicate key does. */
function writeNumbers(itemsMax = 64, batchesMax = 1) {
  const batches: number[][] = []
  const gate = Promise.withResolvers<void>()
  const writer = batchWriter<number, string>({
    laneOf: (item) => (item >= 1_000 ? "other" : "one"),
    itemsMax,
    batchesMax,
    write: async (items) => {
      batches.push(items)
      if (items.includes(0)) await gate.promise
      if (items.some((item) => item < 0)) throw new Error(`Batch of ${items.length} failed`)
      return items.map((item) => `written ${item}`)
    },
  })
  return { writer, batches, open: gate.resolve }
}

const turnOfLoop = () => new Promise((resolve) => void setImmediate(resolve))

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe("the items that wait to be written", () => {
  test("is written together, at most so many, each with an outcome of its own", async () => {
    const { writer, batches } = writeNumbers(4)
    const outcomes = await Promise.all(upTo(10).map(writer))
    expect(outcomes).toEqual(upTo(10).map((item) => `written ${item}`))
    expect(batches.map(({ length }) => length)).toEqual([4, 4, 2])
  })

  test("gathers while a batch of its lane is in flight, and for no other", async () => {
    const { writer, batches, open } = writeNumbers()
    const first = writer(0)
    expect(await writer(1_000)).toBe("written 1000")
    const gathered = Promise.all([writer(1), writer(2)])
    expect(batches).toEqual([[0], [1_000]])
    open()
    await Promise.all([first, gathered])
    expect(batches).toEqual([[0], [1_000], [1, 2]])
  })

  test("gathers only while as many batches of its lane are in flight as may be", async () => {
    const { writer, batches, open } = writeNumbers(64, 2)
    const first = writer(0)
    await turnOfLoop()
    const second = writer(0)
    await turnOfLoop()
    const gathered = Promise.all([writer(1), writer(2)])
    await turnOfLoop()
    expect(batches).toEqual([[0], [0]])
    open()
    await Promise.all([first, second, gathered])
    expect(batches).toEqual([[0], [0], [1, 2]])
  })

  test("is written though one of them cannot be: that one alone fails", async () => {
    const { writer } = writeNumbers()
    const items = upTo(64).map((item) => (item === 17 || item === 40 ? -item : item))
    const outcomes = await Promise.allSettled(items.map(writer))
    const failed = outcomes.flatMap(({ status }, at) => (status === "rejected" ? [items[at]] : []))
    expect(failed).toEqual([-17, -40])
  })

  test("is refused where it would wait too long, and nothing of it was written", async () => {
    const { writer, batches, open } = writeNumbers()
    const first = writer(0)
    await writer(1_000)
    const refused = await refusalOf(writer(1))
    expect(refused).toMatchObject({ code: "STORE_UNAVAILABLE" })
    open()
    expect(await first).toBe("written 0")
    expect(await writer(2)).toBe("written 2")
    expect(batches).toEqual([[0], [1_000], [2]])
  })

  test("is refused at once where too many wait", async () => {
    const { writer, open } = writeNumbers()
    const first = writer(0)
    const { won, refused } = await race(10_500, async (runner) => {
      if (runner === 10_499) open()
      return writer(1)
    })
    await first
    expect(won.length + (refused.STORE_UNAVAILABLE ?? 0)).toBe(10_500)
    expect(refused.STORE_UNAVAILABLE).toBeGreaterThanOrEqual(499)
  })
})
