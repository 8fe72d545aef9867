import { describe, expect, test } from "bun:test"
import { mintPerformance, mintUserId, openTestStores } from "@podo/db/testing"
import { enterRoom } from "./enter-room.ts"
import { mintLine, passTime } from "./testing.ts"
import { tickRoom } from "./tick-room.ts"

const stores = await openTestStores()

describe("the rate of a room", () => {
  test("is kept up for as long as the line lasts, however often somebody ticks", async () => {
    const { performanceId } = await mintPerformance(stores, {
      room: { capacity: 10_000, perMinute: 600 },
    })
    await mintLine(stores, performanceId, 1_000)
    let admitted = 0
    // 75 seconds, in ticks that are closer together than the steps in which admissions are counted.
    for (let tick = 0; tick < 375; tick++) {
      admitted += (await tickRoom(stores, performanceId)).admitted
      await passTime(stores, performanceId, 200)
    }
    expect(admitted).toBeWithin(735, 775)
  })
})
