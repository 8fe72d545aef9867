import { beforeAll, describe, expect, test } from "bun:test"
import { checkDraw } from "@podo/contract/draw-check"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { DRAW_HEX_DIGITS, DRAWS_PER_PAGE } from "@podo/contract/limits"
import { race, refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { enterRoom } from "../enter-room.ts"
import { leaveRoom } from "../leave-room.ts"
import { drawOf } from "./draw-of.ts"
import { readDraw } from "./read-draw.ts"
import { readDrawPage } from "./read-draw-page.ts"
import { sealDraw } from "./seal-draw.ts"
import { openSaleAt } from "./testing.queries.ts"

const stores = await openTestStores()
const HOUR_MS = 3_600_000
const SET_UP_WITHIN_MS = 20_000

const mintLobby = (seed = "5eed".repeat(16)) =>
  mintPerformance(stores, { saleOpensInMs: HOUR_MS, room: { hasDraw: true, seed } })

async function pagesOf(performanceId: PerformanceId) {
  const { pages } = await readDraw(stores, null, { performanceId })
  const published = Array.from({ length: pages }, (_, page) =>
    readDrawPage(stores, { performanceId, page }),
  )
  return (await Promise.all(published)).map(({ page }) => page.draws)
}

const drawsOf = (pages: string[]): string[] => [...(pages.join("").match(/.{13}/g) ?? [])]

describe("the lobby of 10,000 people", () => {
  let performanceId: PerformanceId
  const seed = Bun.hash("a lobby").toString(16).padStart(64, "0")
  const people = Array.from({ length: 10_000 }, () => mintUserId())

  beforeAll(async () => {
    ;({ performanceId } = await mintLobby(seed))
    const enters = people
      .slice(0, 500)
      .map((userId) => enterRoom(stores, userId, { performanceId }))
    await Promise.all(enters)
    const { line, draws } = keysOfPerformance(performanceId)
    // The others come all at once, written down as the script would.
    const others = people.slice(500).map((userId) => {
      return { userId, draw: drawOf(seed, performanceId, userId) }
    })
    await stores.redis.append(draws, others.map(({ draw }) => draw).join(""))
    const scored = others.flatMap(({ userId, draw }) => [Number.parseInt(draw, 16), userId])
    await stores.redis.zadd(line, ...scored)
    await openSaleAt(stores, performanceId)
    await sealDraw(stores, performanceId)
  }, SET_UP_WITHIN_MS)

  test("is sealed as the line in Redis stands, and each place can be computed from the seed", async () => {
    const drawn = people
      .map((userId) => ({ userId, draw: drawOf(seed, performanceId, userId) }))
      .toSorted((one, other) => (one.draw < other.draw ? -1 : 1))
    const { line } = keysOfPerformance(performanceId)
    expect(await stores.redis.zrange(line, 0, "-1")).toEqual(drawn.map(({ userId }) => userId))
    expect(drawsOf(await pagesOf(performanceId))).toEqual(drawn.map(({ draw }) => draw))
    for (const [index, { userId }] of [...drawn.entries()].filter(([at]) => at % 499 === 0)) {
      const { mine } = await readDraw(stores, userId, { performanceId })
      expect(mine).toEqual({ place: index + 1 })
    }
  })

  test("is checked by whoever was there, and by whoever was not", async () => {
    const pages = await pagesOf(performanceId)
    for (const userId of [people[0], mintUserId(), undefined]) {
      const draw = await readDraw(stores, userId ?? null, { performanceId })
      expect(draw).toMatchObject({ entrants: 10_000, pages: 1, seed })
      const { wrong, mine } = await checkDraw({ performanceId, draw, pages, userId })
      expect(wrong).toEqual([])
      expect(mine?.place ?? null).toBe(draw.mine?.place ?? null)
    }
  })
})

describe("a draw is sealed", () => {
  test("by neither clock before the opening, and by nobody where there is none", async () => {
    const { performanceId } = await mintLobby()
    await enterRoom(stores, mintUserId(), { performanceId })
    expect(await sealDraw(stores, performanceId)).toBe(false)
    const plain = await mintPerformance(stores, { room: {} })
    expect(await sealDraw(stores, plain.performanceId)).toBe(false)

    // MySQL has opened already, and Redis has not heard of it: somebody may still enter the lobby.
    await stores.db
      .updateTable("performance")
      .where("id", "=", performanceId)
      .set({ saleOpensAt: new Date() })
      .execute()
    expect(await sealDraw(stores, performanceId)).toBe(false)
    expect(await readDraw(stores, null, { performanceId })).toMatchObject({ seed: null })
    await openSaleAt(stores, performanceId)
    expect(await sealDraw(stores, performanceId)).toBe(true)
  })

  test("once, however many workers are at it", async () => {
    const { performanceId } = await mintLobby()
    const people = Array.from({ length: 20 }, () => mintUserId())
    for (const userId of people) await enterRoom(stores, userId, { performanceId })
    await openSaleAt(stores, performanceId)
    const { won } = await race(8, () => sealDraw(stores, performanceId))
    expect(won.filter(Boolean)).toHaveLength(1)
    expect(drawsOf(await pagesOf(performanceId))).toHaveLength(20)
    expect(await sealDraw(stores, performanceId)).toBe(false)
  })

  test("wholly or not at all: what fails in the middle leaves nothing, and is done again", async () => {
    const { performanceId } = await mintLobby()
    await openSaleAt(stores, performanceId)
    await stores.redis.set(keysOfPerformance(performanceId).draws, madeUpDraws(100_001))
    const inTheWay = { performanceId, page: 1, firstDraw: "0".repeat(13), draws: "" }
    await stores.db.insertInto("drawPage").values(inTheWay).execute()
    const isSealed = await sealDraw(stores, performanceId).catch(() => "failed")
    expect(isSealed).toBe("failed")
    expect(await readDraw(stores, null, { performanceId })).toMatchObject({
      entrants: null,
      pages: 0,
    })
    const pages = stores.db.deleteFrom("drawPage").where("performanceId", "=", performanceId)
    expect((await pages.executeTakeFirst()).numDeletedRows).toBe(1n)
    expect(await sealDraw(stores, performanceId)).toBe(true)
  })

  test("also where Redis has to be told first when the sale opens", async () => {
    const { performanceId } = await mintLobby()
    const userId = mintUserId()
    await enterRoom(stores, userId, { performanceId })
    await openSaleAt(stores, performanceId)
    await stores.redis.del(keysOfPerformance(performanceId).sale)
    expect(await sealDraw(stores, performanceId)).toBe(true)
    expect((await readDraw(stores, userId, { performanceId })).mine).toEqual({ place: 1 })
  })

  test("empty where nobody came", async () => {
    const { performanceId } = await mintLobby()
    await openSaleAt(stores, performanceId)
    expect(await sealDraw(stores, performanceId)).toBe(true)
    const draw = await readDraw(stores, mintUserId(), { performanceId })
    expect(draw).toMatchObject({ entrants: 0, pages: 0, mine: null })
    expect((await checkDraw({ performanceId, draw, pages: [] })).wrong).toEqual([])
  })
})

describe("a draw of several pages", () => {
  test("has full ones but the last, and finds a place in each of them", async () => {
    const { performanceId } = await mintLobby()
    await openSaleAt(stores, performanceId)
    const outside = mintUserId()
    const people = [mintUserId(), mintUserId(), mintUserId()]
    const seed = "5eed".repeat(16)
    const own = people.map((userId) => drawOf(seed, performanceId, userId))
    const written = [madeUpDraws(100_000), ...own, ...own.slice(1), ...own.slice(1)].join("")
    await stores.redis.set(keysOfPerformance(performanceId).draws, written)
    await sealDraw(stores, performanceId)
    const pages = await pagesOf(performanceId)
    expect(pages.map((text) => text.length / DRAW_HEX_DIGITS)).toEqual([
      DRAWS_PER_PAGE,
      DRAWS_PER_PAGE,
      3,
    ])
    for (const userId of [...people, outside]) {
      const draw = await readDraw(stores, userId, { performanceId })
      expect((await checkDraw({ performanceId, draw, pages, userId })).wrong).toEqual([])
      expect(draw.mine === null).toBe(userId === outside)
    }
    const beyond = readDrawPage(stores, { performanceId, page: 3 })
    expect(await refusalOf(beyond)).toEqual({ code: "NOT_FOUND", what: "waiting-room" })
  })
})

/** So many, all different, in no order. */
function madeUpDraws(count: number): string {
  const step = 2 ** 31 - 1
  return Array.from({ length: count }, (_, index) =>
    ((index * step) % 2 ** 52).toString(16).padStart(DRAW_HEX_DIGITS, "0"),
  ).join("")
}

describe("a person in the lobby", () => {
  test("is in the draw unless they leave; who comes after the opening is behind it", async () => {
    const { performanceId } = await mintLobby()
    const [stays, leaves, returns, late] = [mintUserId(), mintUserId(), mintUserId(), mintUserId()]
    for (const userId of [stays, leaves, returns])
      await enterRoom(stores, userId, { performanceId })
    for (const userId of [leaves, returns]) await leaveRoom(stores, userId, { performanceId })
    await enterRoom(stores, returns, { performanceId })
    await openSaleAt(stores, performanceId)
    await enterRoom(stores, late, { performanceId })
    await enterRoom(stores, leaves, { performanceId })
    await leaveRoom(stores, stays, { performanceId })
    await sealDraw(stores, performanceId)
    const placed = async (userId: UserId) =>
      (await readDraw(stores, userId, { performanceId })).mine !== null
    const places = [stays, leaves, returns, late].map(placed)
    expect(await Promise.all(places)).toEqual([true, false, true, false])
  })
})
