import { describe, expect, test } from "bun:test"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { barrier } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import * as fc from "fast-check"
import { enterRoom } from "../enter-room.ts"
import { leaveRoom } from "../leave-room.ts"
import { readRoom } from "../read-room.ts"
import { readStanding } from "../read-standing.ts"
import { tickRoom } from "../tick-room.ts"
import { drawOf } from "./draw-of.ts"
import { readDraw } from "./read-draw.ts"
import { readDrawPage } from "./read-draw-page.ts"
import { readDraws, textOfDraws } from "./read-draws.ts"
import { sealDraw } from "./seal-draw.ts"
import { openSaleAt } from "./testing.queries.ts"

const stores = await openTestStores()
const HOUR_MS = 3_600_000
const BEHIND_DRAWS = 2 ** 52

function mintLobby() {
  const seed = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("hex")
  const minted = mintPerformance(stores, { saleOpensInMs: HOUR_MS, room: { hasDraw: true, seed } })
  return minted.then(({ performanceId }) => ({ performanceId, seed }))
}

const splitDraws = (text: string): string[] => [...(text.match(/.{13}/g) ?? [])]

describe("the draws of a lobby", () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))
  const PEOPLE = 6
  const action = fc.record({
    person: fc.nat(PEOPLE - 1),
    what: fc.constantFrom("enter" as const, "leave" as const),
  })

  test(`are of those who are in it, however they came, left and came back (SEED=${seed})`, async () => {
    const { performanceId, seed: drawn } = await mintLobby()
    const people = Array.from({ length: PEOPLE }, () => mintUserId())
    const there = new Set<UserId>()
    const expected = () =>
      [...there].map((userId) => drawOf(drawn, performanceId, userId)).toSorted()
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
        for (const { person, what } of actions) {
          const userId = people[person] ?? mintUserId()
          const act = what === "enter" ? enterRoom : leaveRoom
          await act(stores, userId, { performanceId })
          there[what === "enter" ? "add" : "delete"](userId)
        }
        const text = textOfDraws(await readDraws(stores.redis, performanceId))
        expect(splitDraws(text)).toEqual(expected())
      }),
      { seed, numRuns: 30 },
    )
    await openSaleAt(stores, performanceId)
    await sealDraw(stores, performanceId)
    const { entrants } = await readDraw(stores, null, { performanceId })
    expect(entrants).toBe(there.size)
  })
})

describe("a lobby whose sale has opened too early, on old terms", () => {
  test("begins anew once the right ones are known: nobody is inside, and everybody draws once", async () => {
    const { performanceId, seed } = await mintLobby()
    const came = [mintUserId(), mintUserId()]
    for (const userId of came) await enterRoom(stores, userId, { performanceId })
    const { sale, draws } = keysOfPerformance(performanceId)
    await stores.redis.hset(sale, "opensAt", Date.now() - 1)
    expect(await tickRoom(stores, performanceId)).toMatchObject({ inside: 2 })
    await openSaleAt(stores, performanceId, new Date(Date.now() + HOUR_MS))
    expect(await tickRoom(stores, performanceId)).toMatchObject({ inside: 0, waiting: 0 })
    for (const userId of came) await enterRoom(stores, userId, { performanceId })
    const drawn = came.map((userId) => drawOf(seed, performanceId, userId)).toSorted()
    const text = textOfDraws(await readDraws(stores.redis, performanceId))
    expect(splitDraws(text)).toEqual(drawn)
    expect(await stores.redis.strlen(draws)).toBe(2 * 13)
  })
})

describe("a draw that has been opened", () => {
  test("is not joined or left any more while Redis' clock steps back: the seed is known by then", async () => {
    const { performanceId, seed } = await mintLobby()
    const [first, second, late] = [mintUserId(), mintUserId(), mintUserId()]
    for (const userId of [first, second]) await enterRoom(stores, userId, { performanceId })
    await stores.redis.hset(keysOfPerformance(performanceId).room, "paused", 1)
    await openSaleAt(stores, performanceId)
    await tickRoom(stores, performanceId)
    await sealDraw(stores, performanceId)
    const { sale, line } = keysOfPerformance(performanceId)
    await stores.redis.hset(sale, "opensAt", Date.now() + HOUR_MS)
    await leaveRoom(stores, first, { performanceId })
    await enterRoom(stores, late, { performanceId })
    expect(Number(await stores.redis.zscore(line, late))).toBeGreaterThan(BEHIND_DRAWS)
    const drawn = [first, second].map((userId) => drawOf(seed, performanceId, userId)).toSorted()
    const text = textOfDraws(await readDraws(stores.redis, performanceId))
    expect(splitDraws(text)).toEqual(drawn)
  })
})

describe("a person who enters at the very moment of the opening", () => {
  const OPENS_IN_MS = 100

  async function sealed(performanceId: PerformanceId): Promise<Set<string>> {
    const { pages } = await readDraw(stores, null, { performanceId })
    const { page } = pages
      ? await readDrawPage(stores, { performanceId, page: 0 })
      : { page: { draws: "" } }
    return new Set(splitDraws(page.draws))
  }

  test("is in the sealed draw, or behind it with a number: never both, never neither", async () => {
    const { performanceId, seed } = await mintLobby()
    const came: UserId[] = []
    const ending = new AbortController()
    const enter = async () => {
      const userId = mintUserId()
      await enterRoom(stores, userId, { performanceId })
      came.push(userId)
    }
    const enterOn = async () => {
      while (!ending.signal.aborted || Date.now() < opensAt.getTime()) await enter()
      await enter()
    }
    const sealOn = async () => {
      while (!ending.signal.aborted) {
        if (await sealDraw(stores, performanceId)) ending.abort()
      }
    }
    await enter()
    const opensAt = new Date(Date.now() + OPENS_IN_MS)
    await openSaleAt(stores, performanceId, opensAt)
    const entering = Array.from({ length: 8 }, enterOn)
    await Promise.all([...entering, sealOn(), sealOn()])
    const inDraw = await sealed(performanceId)
    const { line } = keysOfPerformance(performanceId)
    let drawnOnes = 0
    for (const userId of came) {
      const score = Number(await stores.redis.zscore(line, userId))
      const draw = drawOf(seed, performanceId, userId)
      const isDrawn = score < BEHIND_DRAWS
      if (isDrawn) expect(score).toBe(Number.parseInt(draw, 16))
      expect(inDraw.has(draw)).toBe(isDrawn)
      drawnOnes += Number(isDrawn)
    }
    expect(inDraw.size).toBe(drawnOnes)
    expect(drawnOnes).toBeGreaterThan(0)
    expect(drawnOnes).toBeLessThan(came.length)
  })

  // Without this control the test above would also pass if nothing ever came between.
  test("and the race is real: who looks first and is written down later is in no draw", async () => {
    const { performanceId, seed } = await mintLobby()
    const { line, draws } = keysOfPerformance(performanceId)
    const userId = mintUserId()
    const bothAreThere = barrier(2)
    const sealIt = async () => {
      await bothAreThere()
      await openSaleAt(stores, performanceId)
      await sealDraw(stores, performanceId)
    }
    const enterCarelessly = async () => {
      const { phase } = await readRoom(stores, { performanceId })
      await Promise.all([bothAreThere(), sealing])
      if (phase !== "lobby") return
      const draw = drawOf(seed, performanceId, userId)
      await stores.redis.append(draws, draw)
      await stores.redis.zadd(line, Number.parseInt(draw, 16), userId)
    }
    const sealing = sealIt()
    await enterCarelessly()
    expect(Number(await stores.redis.zscore(line, userId))).toBeLessThan(BEHIND_DRAWS)
    expect((await sealed(performanceId)).size).toBe(0)
  })
})

describe("a seed", () => {
  test("is in no answer and in no news before the opening, and in all of them after it", async () => {
    const { performanceId, seed } = await mintLobby()
    const userId = mintUserId()
    const answers = async () => [
      await enterRoom(stores, userId, { performanceId }),
      await readStanding(stores, userId, { performanceId }),
      await readDraw(stores, userId, { performanceId }),
      await readRoom(stores, { performanceId }),
      await tickRoom(stores, performanceId),
    ]
    const news = () => stores.redis.xrange(keysOfPerformance(performanceId).feed, "-", "+")
    const left = await leaveRoom(stores, mintUserId(), { performanceId })
    for (const said of [...(await answers()), left, await news()]) {
      expect(JSON.stringify(said)).not.toContain(seed)
    }
    expect(await readDraw(stores, userId, { performanceId })).toMatchObject({
      seed: null,
      entrants: null,
      digest: null,
      sealedAt: null,
      pages: 0,
      mine: null,
    })
    await openSaleAt(stores, performanceId)
    const [entered, standing, draw] = await answers()
    for (const said of [entered, standing, draw]) expect(said).toMatchObject({ seed })
  })

  test("is a secret also where Redis alone believes that the sale has opened", async () => {
    const { performanceId, seed } = await mintLobby()
    const userId = mintUserId()
    await enterRoom(stores, userId, { performanceId })
    await stores.redis.hset(keysOfPerformance(performanceId).sale, "opensAt", Date.now() - 1)
    for (const ask of [enterRoom, readStanding, leaveRoom]) {
      const standing = await ask(stores, userId, { performanceId })
      expect(standing.phase).toBe("open")
      expect(JSON.stringify(standing)).not.toContain(seed)
    }
  })

  test("is kept from Redis, where whoever looks could find a good account", async () => {
    const { performanceId, seed } = await mintLobby()
    await enterRoom(stores, mintUserId(), { performanceId })
    for (const key of Object.values(keysOfPerformance(performanceId))) {
      const kept = await stores.redis.dumpBuffer(key)
      expect(kept?.includes(seed) ?? false).toBe(false)
    }
  })
})
