import { describe, expect, test } from "bun:test"
import { openEmptiedStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { readRoom } from "@podo/waiting-room/read-room"
import { steerRoom } from "../room/steer-room.ts"
import { relayOutbox } from "@podo/booking/relay-outbox"
import { withoutRedis } from "@podo/booking/testing"
import { mintSale } from "../testing/sales.ts"
import { makeDue } from "@podo/booking/testing.queries"

const stores = await openEmptiedStores()

describe("a waiting room that was steered while Redis was away", () => {
  test("is followed by the outbox, and says so to everybody", async () => {
    const { performanceId, organizer } = await mintSale(stores, { room: {} })
    expect(await readRoom(stores, { performanceId })).toMatchObject({ paused: false })
    const defects: unknown[] = []
    const away = await withoutRedis(stores, defects)
    await steerRoom(away, organizer, { performanceId, act: { kind: "pause" } })
    expect(defects).toHaveLength(1)
    expect(await readRoom(stores, { performanceId })).toMatchObject({ paused: false })
    await makeDue(stores, [performanceId])
    await relayOutbox(stores)
    expect(await readRoom(stores, { performanceId })).toMatchObject({ paused: true })
    const { room } = keysOfPerformance(performanceId)
    expect(await stores.redis.hget(room, "version")).toBe("2")
  })
})
