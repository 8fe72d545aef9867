import { describe, expect, test } from "bun:test"
import { join } from "node:path"
import { randomOf } from "@podo/db/racing"
import { mintPerformance } from "@podo/db/testing"
import { openEmptiedStores, testStoreUrls } from "@podo/stores/testing"
import { relayOutbox } from "./relay-outbox.ts"
import { countBookingRows, listBookingIds, makeDue } from "./testing/bookings.queries.ts"
import { verifyPerformance } from "./verify-performance.ts"

const stores = await openEmptiedStores()
const CAPACITY = 2_000
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))

/** Books for a crowd in a process of its own, which is killed when it has acknowledged so many bookings. */
async function bookUntilKilled(performanceId: string, acknowledgedMax: number): Promise<string[]> {
  const script = join(import.meta.dir, "testing/book-and-die.ts")
  const args = [JSON.stringify(testStoreUrls()), performanceId, String(CAPACITY)]
  const child = Bun.spawn([process.execPath, script, ...args], {
    stdout: "pipe",
    stderr: "inherit",
  })
  let told = ""
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    told += text
    if (told.split("\n").length > acknowledgedMax) child.kill("SIGKILL")
  }
  await child.exited
  expect(child.signalCode).toBe("SIGKILL")
  return told.split("\n").filter((line) => line.length === 36)
}

describe("a process that is killed in the middle of batches", () => {
  const random = randomOf(seed)
  for (const acknowledgedMax of [1, 50, 300].map((most) => 1 + Math.floor(random() * most))) {
    test(`has booked each member wholly or not at all, and lost none that it acknowledged, SEED=${seed}, ${acknowledgedMax}`, async () => {
      const { performanceId } = await mintPerformance(stores, { capacity: CAPACITY })
      const acknowledged = await bookUntilKilled(performanceId, acknowledgedMax)
      const booked = await listBookingIds(stores, performanceId)
      expect(acknowledged.length).toBeGreaterThanOrEqual(acknowledgedMax)
      expect(new Set(booked).isSupersetOf(new Set(acknowledged))).toBe(true)
      const { length: bookings } = booked
      const each = { sold: bookings, places: bookings, booked: bookings, outbox: bookings }
      expect(await countBookingRows(stores, performanceId)).toEqual({ bookings, ...each })
      await makeDue(stores, booked)
      await relayOutbox(stores)
      const { drift, sold } = await verifyPerformance(stores, performanceId)
      expect({ drift, sold }).toEqual({ drift: [], sold: bookings })
    }, 30_000)
  }
})
