import { expect, test } from "bun:test"
import { openTestRedis } from "./testing/testing.ts"

const redis = await openTestRedis()
const another = await openTestRedis()

const COMMANDS = 200

/** How often Redis had to read from its clients while something was done. */
async function readsDuring(action: () => Promise<unknown>) {
  const reads = async () =>
    Number(/total_reads_processed:(\d+)/.exec(await another.info("stats"))?.[1])
  const before = await reads()
  await action()
  return (await reads()) - before
}

test("commands of one turn are written in one piece, and answered in their order", async () => {
  const key = crypto.randomUUID()
  const numbers = Array.from({ length: COMMANDS }, (_, n) => n + 1)
  const asking = () => Promise.all(numbers.map(() => redis.incr(key)))
  let counted: number[] = []
  const reads = await readsDuring(async () => {
    counted = await asking()
  })
  expect(counted).toEqual(numbers)
  expect(reads).toBeLessThan(COMMANDS / 10)
})

// Without this control the test above would also pass if Redis did not count.
test("and what is asked in turns of its own is not", async () => {
  const reads = await readsDuring(async () => {
    for (let n = 0; n < COMMANDS; n++) await redis.get("nothing")
  })
  expect(reads).toBeGreaterThanOrEqual(COMMANDS)
})
