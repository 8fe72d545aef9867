import { expect, test } from "bun:test"
import { paced } from "./paced.ts"

/** A action that ends when it is told to. */
function slowAction() {
  const ends: PromiseWithResolvers<void>[] = []
  const begun = [Promise.withResolvers<void>()]
  return {
    action: () => {
      const end = Promise.withResolvers<void>()
      ends.push(end)
      begun.at(-1)?.resolve()
      begun.push(Promise.withResolvers())
      return end.promise
    },
    /** Resolves when it was begun so many times. */
    begun: (times: number) => begun[times - 1]?.promise,
    end: (how: "resolve" | "reject" = "resolve") => ends.at(-1)?.[how](),
    count: () => ends.length,
  }
}

test("work that is asked for while it is done is done once more, however often it was asked for", async () => {
  const slow = slowAction()
  const ask = paced(slow.action, 0)
  ask()
  await slow.begun(1)
  for (const _ of "many") ask()
  expect(slow.count()).toBe(1)
  slow.end()
  await slow.begun(2)
  slow.end()
  ask()
  await slow.begun(3)
  expect(slow.count()).toBe(3)
})

test("many who ask because of the same event are told by one", async () => {
  const [slow, clock] = [slowAction(), slowAction()]
  const [ask, tick] = [paced(slow.action, 0), paced(clock.action, 0)]
  for (const _ of "many") ask()
  tick()
  await clock.begun(1)
  for (const { end } of [slow, clock]) end()
  // By the time that this one does more, the other would have done it as well.
  tick()
  await clock.begun(2)
  expect(slow.count()).toBe(1)
})

test("a action that failed is no reason to do no other", async () => {
  const slow = slowAction()
  const ask = paced(slow.action, 0)
  ask()
  await slow.begun(1)
  ask()
  slow.end("reject")
  await slow.begun(2)
  expect(slow.count()).toBe(2)
})

test("not more often than it may, and at once when it has not been done for a while", async () => {
  const EVERY_MS = 40
  const slow = slowAction()
  const ask = paced(slow.action, EVERY_MS)
  const startedMs = performance.now()
  ask()
  await slow.begun(1)
  expect(performance.now() - startedMs).toBeLessThan(EVERY_MS)
  slow.end()
  ask()
  await slow.begun(2)
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(EVERY_MS - 1)
})
