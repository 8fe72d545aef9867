import { afterEach, describe, expect, setSystemTime, test } from "bun:test"
import type { PerformanceId } from "@podo/contract/ids"
import { until } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openEmptiedStores } from "@podo/stores/testing"
import { enterRoom } from "@podo/waiting-room/enter-room"
import { listRooms } from "@podo/waiting-room/list-rooms"
import { readStanding } from "@podo/waiting-room/read-standing"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { eachRoom } from "./each-room.ts"

const stores = await openEmptiedStores()
afterEach(() => setSystemTime())
const doing = "letting people in"
const HOUR_MS = 3_600_000

async function mintWaiting() {
  const { performanceId } = await mintPerformance(stores, { room: {} })
  const user = mintUserId()
  await enterRoom(stores, user, { performanceId })
  const state = async () => (await readStanding(stores, user, { performanceId })).state
  return { performanceId, state }
}

describe("the worker's rounds over all rooms", () => {
  test("let people in at a hundred rooms at once", async () => {
    const rooms = await Promise.all(Array.from({ length: 100 }, mintWaiting))
    const list = () => Promise.resolve(rooms.map(({ performanceId }) => performanceId))
    await eachRoom(stores, { list, work: tickRoom, doing, roundMs: HOUR_MS })()
    const states = await Promise.all(rooms.map(({ state }) => state()))
    expect(states).toEqual(rooms.map(() => "admitted"))
  })

  test("leave a stuck room alone, and delay no other for it", async () => {
    const stuck = await mintWaiting()
    const begun: PerformanceId[] = []
    const list = async () => [stuck.performanceId, ...(await others)]
    const { promise, resolve } = Promise.withResolvers<void>()
    let others: Promise<PerformanceId[]> = Promise.resolve([])
    const round = eachRoom(stores, {
      list,
      doing,
      work: (_, performanceId) => {
        begun.push(performanceId)
        return performanceId === stuck.performanceId ? promise : tickRoom(stores, performanceId)
      },
      roundMs: 50,
    })
    await round()
    const other = await mintWaiting()
    others = Promise.resolve([other.performanceId])
    await round()
    expect(begun).toEqual([stuck.performanceId, other.performanceId])
    expect(await other.state()).toBe("admitted")
    resolve()
    await until(async () => {
      await round()
      return begun.filter((id) => id === stuck.performanceId).length === 2
    })
  })

  test("go on when one of the rooms fails, and say so once", async () => {
    const defects: unknown[] = []
    const told = { ...stores, onDefect: (error: unknown) => defects.push(error) }
    const failing = await mintWaiting()
    const other = await mintWaiting()
    const round = eachRoom(told, {
      list: () => Promise.resolve([failing.performanceId, other.performanceId]),
      doing,
      work: (_, performanceId) =>
        performanceId === failing.performanceId
          ? Promise.reject(new Error("broken"))
          : tickRoom(stores, performanceId),
    })
    await round()
    expect(await other.state()).toBe("admitted")
    expect(defects).toHaveLength(1)
  })

  test("know the rooms whose lobby is open, and no draft, none that is off, none that is over", async () => {
    const open = await mintPerformance(stores, { room: {} })
    const lobby = await mintPerformance(stores, { room: {}, saleOpensInMs: HOUR_MS })
    const later = await mintPerformance(stores, {
      room: { lobbyOpensAt: new Date(Date.now() + HOUR_MS) },
      saleOpensInMs: 2 * HOUR_MS,
    })
    const off = await mintPerformance(stores, { room: {} })
    await stores.db
      .updateTable("performance")
      .where("id", "=", off.performanceId)
      .set({ waitingRoom: false })
      .execute()
    const over = await mintPerformance(stores, {
      room: {},
      saleOpensInMs: -60 * HOUR_MS,
      saleClosesInMs: -25 * HOUR_MS,
    })
    const draft = await mintPerformance(stores, { room: {} })
    await stores.db
      .updateTable("event")
      .where("id", "=", draft.eventId)
      .set({ publishedAt: null })
      .execute()
    const minted = [open, lobby, later, off, over, draft].map(({ performanceId }) => performanceId)
    const clock = Date.now()
    // A worker whose own clock is wrong knows them as well.
    for (const wrongBy of [0, -3 * HOUR_MS, 3 * HOUR_MS]) {
      setSystemTime(clock + wrongBy)
      const listed = (await listRooms(stores)).filter((id) => minted.includes(id))
      expect(new Set(listed)).toEqual(new Set([open.performanceId, lobby.performanceId]))
    }
  })
})
