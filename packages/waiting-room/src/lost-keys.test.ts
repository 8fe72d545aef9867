import { describe, expect, test } from "bun:test"
import type { UserId } from "@podo/contract/ids"
import { refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { readDraws } from "./draw/read-draws.ts"
import { enterRoom } from "./enter-room.ts"
import { leaveRoom } from "./leave-room.ts"
import { readRoom } from "./read-room.ts"
import { readStanding } from "./read-standing.ts"
import { goAway, passTime } from "./testing/testing.ts"
import { tickRoom } from "./tick-room.ts"

const stores = await openTestStores()
const { redis } = stores
const names: (keyof ReturnType<typeof keysOfPerformance>)[] = [
  "sale",
  "places",
  "holds",
  "due",
  "room",
  "line",
  "absent",
  "admitted",
  "people",
  "draws",
  "pace",
  "recent",
  "lineMinutes",
  "waits",
]

const CAPACITY = 3
const PEOPLE = 8
const MINUTE_MS = 60_000

/** Of eight who entered in this order, 0 has left again, 1 and 3 are inside, 2 was passed over, and 4 to 7 wait. */
async function mintLine() {
  const { performanceId } = await mintPerformance(stores, {
    capacity: 40,
    room: { capacity: 2, perMinute: 60 },
  })
  const people = Array.from({ length: PEOPLE }, mintUserId)
  const [first, , third] = people as [UserId, UserId, UserId]
  for (const user of people) await enterRoom(stores, user, { performanceId })
  const tick = async () => {
    await passTime(stores, performanceId, MINUTE_MS)
    return tickRoom(stores, performanceId)
  }
  await tick()
  await tick()
  await goAway(stores, performanceId, [third])
  await leaveRoom(stores, first, { performanceId })
  await tick()
  // Room for one more, which MySQL knows of as well.
  const { db } = stores
  await db
    .updateTable("waitingRoom")
    .where("performanceId", "=", performanceId)
    .set({ capacity: CAPACITY })
    .execute()
  await redis.hset(keysOfPerformance(performanceId).room, "capacity", CAPACITY)
  return { performanceId, people, tick }
}

/** The people who are let in, and when, after one key is lost, somebody new comes at once, and everybody comes back. */
async function loseKey(name: (typeof names)[number]) {
  const { performanceId, people, tick } = await mintLine()
  const keys = keysOfPerformance(performanceId)
  const newcomer = mintUserId()
  const everybody = [...people, newcomer]
  const nameOf = (user: string) => (user === newcomer ? "new" : everybody.indexOf(user as UserId))
  const inside = async () => {
    const users = await redis.zrange(keys.admitted, 0, "-1")
    return everybody.map(nameOf).filter((_, at) => users.includes(everybody[at] ?? ""))
  }

  await redis.del(keys[name])
  await enterRoom(stores, newcomer, { performanceId })
  // Once for who has room, and once for who has none.
  await tick()
  await tick()
  const letInFirst = await inside()
  // The chain holds: whoever is not inside claims nothing.
  for (const user of everybody) {
    const { state } = await readStanding(stores, user, { performanceId })
    const claim = claimPlaces(stores, user, { performanceId, places: [everybody.indexOf(user)] })
    if (state === "admitted") expect(await claim).toMatchObject({ performanceId })
    else expect(await refusalOf(claim)).toEqual({ code: "NOT_ADMITTED" })
  }
  for (const user of people.slice(1)) await enterRoom(stores, user, { performanceId })
  await readRoom(stores, { performanceId })

  const order: (string | number)[] = []
  for (let turn = 0; turn < 2 * PEOPLE && order.at(-1) !== "end"; turn++) {
    const users = await redis.zrange(keys.admitted, 0, "-1")
    expect(users.length).toBeLessThanOrEqual(CAPACITY)
    order.push(...users.map(nameOf).filter((who) => !order.includes(who)))
    for (const user of users) await leaveRoom(stores, user as UserId, { performanceId })
    const { admitted, waiting } = await tick()
    if (admitted === 0 && waiting === 0) order.push("end")
  }
  return { letInFirst, order: order.slice(letInFirst.length, -1) }
}

/** Where it differs: who is inside after the loss, and who goes in afterwards, in which order. */
const otherwise: Record<string, Awaited<ReturnType<typeof loseKey>>> = {
  // A person who stood there enters again, behind the first to come; one who was passed over has kept their place.
  line: { letInFirst: [1, 3, "new"], order: [2, 4, 5, 6, 7] },
  absent: { letInFirst: [1, 3, 4], order: [5, 6, 7, "new", 2] },
  // A person who was inside is not, and enters again.
  admitted: { letInFirst: [4, 5], order: [2, 6, 7, "new", 1, 3] },
}

describe("one key of a performance with a waiting room that Redis has lost", () => {
  test("lets nobody in before their turn, nor more than the room holds, and the line goes on", async () => {
    const found = await Promise.all(names.map(async (name) => [name, await loseKey(name)] as const))
    for (const [name, outcome] of found) {
      const usual = { letInFirst: [1, 3, 4], order: [2, 5, 6, 7, "new"] }
      expect({ name, ...outcome }).toEqual({ name, ...(otherwise[name] ?? usual) })
    }
  }, 15_000)
})

describe("a lobby with a draw whose line Redis has lost", () => {
  test("seals whoever has entered again, each once, and nobody else", async () => {
    const { performanceId } = await mintPerformance(stores, {
      room: { hasDraw: true },
      saleOpensInMs: 60 * MINUTE_MS,
    })
    const people = Array.from({ length: 5 }, mintUserId)
    const [gone, ...back] = people as [UserId, ...UserId[]]
    for (const user of people) await enterRoom(stores, user, { performanceId })
    const { line } = keysOfPerformance(performanceId)
    const before = await redis.zrange(line, 0, "-1")
    await redis.del(line)
    for (const user of back) await enterRoom(stores, user, { performanceId })
    // The draw is of the person alone: they stand as they stood.
    expect(await redis.zrange(line, 0, "-1")).toEqual(before.filter((user) => user !== gone))
    const scores = await redis.zrange(line, 0, "-1", "WITHSCORES")
    const inLine = scores.filter((_, index) => index % 2 === 1).map(Number)
    expect([...(await readDraws(redis, performanceId))]).toEqual(inLine)
  })
})
