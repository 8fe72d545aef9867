import { describe, expect, test } from "bun:test"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { drawOf } from "./draw/draw-of.ts"
import { enterRoom } from "./enter-room.ts"
import { leaveRoom } from "./leave-room.ts"
import { readStanding } from "./read-standing.ts"
import { seePeople } from "./see-people.ts"
import { seedOf } from "./seeds.ts"
import { takeBack } from "./take-back.ts"
import { goAway, mintLine, passTime } from "./testing/testing.ts"
import { tickRoom } from "./tick-room.ts"

const stores = await openTestStores()
const HOUR_MS = 3_600_000

type Wishes = Parameters<typeof mintPerformance>[1]

/** A line of four at a room that lets in one at a time. */
async function lineOfFour(wishes: Wishes = {}) {
  const room = { capacity: 1, perMinute: 60_000 }
  const { performanceId } = await mintPerformance(stores, { room, ...wishes })
  const users = await mintLine(stores, performanceId, 4)
  return { performanceId, users: users as [UserId, UserId, UserId, UserId] }
}

const lineIn = (performanceId: PerformanceId): Promise<string[]> =>
  stores.redis.zrange(keysOfPerformance(performanceId).line, 0, "-1")

const enter = (performanceId: PerformanceId, userId: UserId) =>
  enterRoom(stores, userId, { performanceId })
const ask = (performanceId: PerformanceId, userId: UserId) =>
  readStanding(stores, userId, { performanceId })
const leave = (performanceId: PerformanceId, userId: UserId) =>
  leaveRoom(stores, userId, { performanceId })

/** The next one comes in; whoever is inside goes. */
async function next(performanceId: PerformanceId, inside?: UserId) {
  if (inside) await leave(performanceId, inside)
  await passTime(stores, performanceId, 60_000)
  return tickRoom(stores, performanceId)
}

/** Opens a lobby this very moment, as the clock does. */
async function openNow(performanceId: PerformanceId, ms = 1) {
  const { sale } = keysOfPerformance(performanceId)
  await stores.redis.hset(sale, "opensAt", Date.now() - ms)
}

describe("a place in line", () => {
  test("stays whatever page, tab or device asks for it, also all at once", async () => {
    const { performanceId, users } = await lineOfFour()
    const [, second] = users
    const again = await Promise.all(Array.from({ length: 10 }, () => enter(performanceId, second)))
    expect(again.map(({ position }) => position)).toEqual(again.map(() => 2))
    expect(await ask(performanceId, second)).toMatchObject({ state: "waiting", position: 2 })
    expect(await lineIn(performanceId)).toEqual(users)
  })

  test("is given up by leaving: who comes again is last", async () => {
    const { performanceId, users } = await lineOfFour()
    const [first, second, third, last] = users
    const left = await leave(performanceId, second)
    expect(left.state).toBe("absent")
    expect(left.position).toBeUndefined()
    expect(await enter(performanceId, second)).toMatchObject({ state: "waiting", position: 4 })
    expect(await lineIn(performanceId)).toEqual([first, third, last, second])
  })

  test("is nobody else's: whatever others do, they neither move nor remove anybody", async () => {
    const { performanceId, users } = await lineOfFour()
    const stranger = mintUserId()
    await leave(performanceId, stranger)
    await takeBack(stores, performanceId, stranger)
    await seePeople(stores, performanceId, [stranger])
    await ask(performanceId, stranger)
    const { people } = keysOfPerformance(performanceId)
    expect((await stores.redis.hkeys(people)).toSorted()).toEqual(users.toSorted())
    await enter(performanceId, stranger)
    await leave(performanceId, stranger)
    expect(await lineIn(performanceId)).toEqual(users)
    expect((await stores.redis.hkeys(people)).toSorted()).toEqual(users.toSorted())
  })

  test("is not taken back from who only waits", async () => {
    const { performanceId, users } = await lineOfFour()
    expect(await takeBack(stores, performanceId, users[2])).toBe(false)
    expect(await lineIn(performanceId)).toEqual(users)
  })
})

describe("people who vanished", () => {
  test("are passed over, and come back to the front in their old order, whoever returns first", async () => {
    const { performanceId, users } = await lineOfFour()
    const [first, second, third, last] = users
    await goAway(stores, performanceId, [first, second, third])
    expect(await next(performanceId)).toMatchObject({ admitted: 1, noShows: 3, inside: 1 })
    expect(await ask(performanceId, last)).toMatchObject({ state: "admitted" })
    const late = mintUserId()
    await enter(performanceId, late)
    for (const user of [third, first, second]) await enter(performanceId, user)
    expect(await lineIn(performanceId)).toEqual([first, second, third, late])
  })

  test("see where they would stand, and do not come back by asking alone", async () => {
    const { performanceId, users } = await lineOfFour()
    const [first, second] = users
    await goAway(stores, performanceId, [first])
    await next(performanceId)
    expect(await ask(performanceId, first)).toMatchObject({ state: "absent", position: 1 })
    await seePeople(stores, performanceId, [first])
    await next(performanceId, second)
    expect(await ask(performanceId, first)).toMatchObject({ state: "absent", position: 1 })
  })

  test("can be passed over twice, and still keep their place", async () => {
    const { performanceId, users } = await lineOfFour()
    const [first, second, third, last] = users
    await goAway(stores, performanceId, [first])
    await next(performanceId)
    await enter(performanceId, first)
    await goAway(stores, performanceId, [first])
    expect(await next(performanceId, second)).toMatchObject({ admitted: 1, noShows: 1 })
    expect(await ask(performanceId, third)).toMatchObject({ state: "admitted" })
    expect(await enter(performanceId, first)).toMatchObject({ state: "waiting", position: 1 })
    await next(performanceId, third)
    expect(await ask(performanceId, first)).toMatchObject({ state: "admitted" })
    expect(await ask(performanceId, last)).toMatchObject({ state: "waiting", position: 1 })
  })

  test("are there again when they are seen in time, by their page or their connection", async () => {
    const { performanceId, users } = await lineOfFour()
    const [first, second] = users
    await goAway(stores, performanceId, [first, second])
    await ask(performanceId, first)
    await seePeople(stores, performanceId, [second])
    expect(await next(performanceId)).toMatchObject({ admitted: 1, noShows: 0 })
    expect(await next(performanceId, first)).toMatchObject({ admitted: 1, noShows: 0 })
    expect(await ask(performanceId, second)).toMatchObject({ state: "admitted" })
  })

  test("and leave are forgotten: who comes again is last", async () => {
    const { performanceId, users } = await lineOfFour()
    const [first, second, third, last] = users
    await goAway(stores, performanceId, [first])
    await next(performanceId)
    await leave(performanceId, first)
    await enter(performanceId, first)
    expect(await lineIn(performanceId)).toEqual([third, last, first])
    expect(await ask(performanceId, second)).toMatchObject({ state: "admitted" })
  })
})

describe("a lobby", () => {
  const lobby = async (hasDraw: boolean) => {
    const room = { hasDraw, capacity: 1, perMinute: 60_000 }
    const { performanceId } = await mintPerformance(stores, { room, saleOpensInMs: HOUR_MS })
    const users = Array.from({ length: 8 }, mintUserId)
    for (const user of users) await enter(performanceId, user)
    return { performanceId, users }
  }

  test("with an order of arrival keeps it through the opening", async () => {
    const { performanceId, users } = await lobby(false)
    expect(await ask(performanceId, users[5] as UserId)).toMatchObject({
      state: "lobby",
      position: 6,
    })
    expect(await tickRoom(stores, performanceId)).toMatchObject({ admitted: 0, waiting: 8 })
    await openNow(performanceId)
    const late = mintUserId()
    await enter(performanceId, late)
    expect(await lineIn(performanceId)).toEqual([...users, late])
  })

  test("with a draw is in the drawn order, however often somebody left and came again before", async () => {
    const { performanceId, users } = await lobby(true)
    const seed = await seedOf(stores, performanceId)
    const [first, second] = users as [UserId, UserId]
    for (const user of [first, first, second]) {
      await leave(performanceId, user)
      expect((await enter(performanceId, user)).position).toBeUndefined()
    }
    await leave(performanceId, second)
    // Opened earlier than it was told, by some ms or more: who comes in that very moment is behind all who were there.
    await openNow(performanceId, 0)
    await enter(performanceId, second)
    const drawn = users
      .filter((user) => user !== second)
      .toSorted((one, other) =>
        drawOf(seed, performanceId, one) < drawOf(seed, performanceId, other) ? -1 : 1,
      )
    expect(await lineIn(performanceId)).toEqual([...drawn, second])
    expect(await enter(performanceId, first)).toMatchObject({ position: drawn.indexOf(first) + 1 })
  })

  test("is left for good once it has opened: the draw is not for who comes again", async () => {
    const { performanceId, users } = await lobby(true)
    await openNow(performanceId)
    const [front] = (await lineIn(performanceId)) as UserId[]
    const { draws } = keysOfPerformance(performanceId)
    const sealed = await stores.redis.get(draws)
    await leave(performanceId, front as UserId)
    await enter(performanceId, front as UserId)
    expect(await lineIn(performanceId)).toHaveLength(users.length)
    expect((await lineIn(performanceId)).at(-1)).toBe(front as UserId)
    // The lobby's people at the opening stay what was sealed.
    expect(await stores.redis.get(draws)).toBe(sealed)
  })

  test("lets nobody in, and nobody enter who comes before it", async () => {
    const { performanceId } = await mintPerformance(stores, {
      room: { lobbyOpensAt: new Date(Date.now() + HOUR_MS / 2) },
      saleOpensInMs: HOUR_MS,
    })
    expect(await enter(performanceId, mintUserId())).toMatchObject({ state: "closed" })
    expect(await tickRoom(stores, performanceId)).toMatchObject({ waiting: 0 })
    expect(await lineIn(performanceId)).toEqual([])
  })
})
