import { describe, expect, test } from "bun:test"
import { readDeskEvent } from "../events/read-desk-event.ts"
import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { redisIsAway } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "@podo/seating/claim-places"
import { editPerformance } from "../performances/edit-performance.ts"
import { extendHold } from "@podo/seating/extend-hold"
import { findHold } from "@podo/seating/find-hold"
import { readAvailability } from "@podo/seating/read-availability"
import { forgetPlaces, forgivenIn, lapseHold, returningIn } from "@podo/seating/testing"
import { sweepPerformance } from "@podo/booking/sweep"
import { losingAnAnswer, withoutRedis } from "@podo/booking/testing"
import { organizerOf } from "../testing/sales.queries.ts"
import { verifyPerformance } from "@podo/booking/verify-performance"

const stores = await openTestStores()

/** A performance that Redis and this process know, with its last place held by somebody. */
async function mintOpened(capacity = 12) {
  const minted = await mintPerformance(stores, { capacity, limitPerUser: 4 })
  const { performanceId } = minted
  const holder = mintUserId()
  const hold = await claimPlaces(stores, holder, { performanceId, places: [capacity - 1] })
  return { ...minted, holder, hold, claim: claiming(stores, performanceId) }
}

const claiming = (on: Stores, performanceId: PerformanceId) => {
  return (places: number[], userId = mintUserId()) =>
    claimPlaces(on, userId, { performanceId, places })
}

/** The answer to each: the places that are theirs, or why not. */
async function told(claims: Promise<{ places: number[] }>[]) {
  const outcomes = await Promise.allSettled(claims)
  return outcomes.map((outcome) => {
    if (outcome.status === "fulfilled") return outcome.value.places
    const reason: unknown = outcome.reason
    if (reason instanceof Refused) return reason.refusal
    throw reason
  })
}

const newsOf = (performanceId: PerformanceId) =>
  stores.redis.xlen(keysOfPerformance(performanceId).feed)

async function expectAgreement(performanceId: PerformanceId, places: string) {
  expect((await readAvailability(stores, { performanceId })).places).toBe(places)
  expect((await verifyPerformance(stores, performanceId)).drift).toEqual([])
}

describe("claims of one moment", () => {
  test("share a call, and each has an answer of its own", async () => {
    const { performanceId, claim } = await mintOpened()
    const twice = mintUserId()
    const before = await newsOf(performanceId)
    const answers = await told([
      claim([0, 1]),
      claim([1, 2]),
      claim([2, 11]),
      claim([2, 3, 5, 6, 7]),
      claim([2, 12, 99]),
      claim([4, 5], twice),
      claim([4]),
      claim([5, 6], twice),
      claim([4, 7]),
      claim([3, 8]),
    ])
    expect(answers).toEqual([
      [0, 1],
      { code: "PLACES_TAKEN", places: [1] },
      { code: "PLACES_TAKEN", places: [11] },
      { code: "LIMIT_REACHED", limit: 4, booked: 0 },
      { code: "INVALID_PLACE", places: [12, 99] },
      [4, 5],
      { code: "PLACES_TAKEN", places: [4] },
      [5, 6],
      // Freed by the one before.
      [4, 7],
      [3, 8],
    ])
    expect(await newsOf(performanceId)).toBe(before + 1)
    await expectAgreement(performanceId, "hh.hhhhhh..h")
    expect((await findHold(stores, twice, { performanceId }))?.places).toEqual([5, 6])
  })

  test("are each held for their own user, for the whole time or that of the hold before", async () => {
    const { performanceId, claim, holder, hold } = await mintOpened()
    const users = [mintUserId(), mintUserId(), mintUserId()]
    await extendHold(stores, holder, hold)
    const extended = await findHold(stores, holder, { performanceId })
    const [kept, ...fresh] = await Promise.all([
      claim([10, 11], holder),
      ...users.map((user, at) => claim([3 * at, 3 * at + 1], user)),
    ])
    expect(kept?.expiresAt).toBe(extended?.expiresAt as string)
    expect(kept?.extendable).toBe(false)
    for (const [at, user] of users.entries()) {
      const own = fresh[at]
      expect(own?.remainingMs).toBe(300_000)
      expect(await findHold(stores, user, { performanceId })).toMatchObject({
        holdId: own?.holdId,
        places: own?.places,
        expiresAt: own?.expiresAt,
        extendable: true,
      })
    }
    await expectAgreement(performanceId, "hh.hh.hh..hh")
  })

  test("lapse in their time, however many were held together", async () => {
    const { performanceId, claim } = await mintOpened(100)
    const holds = await Promise.all(Array.from({ length: 40 }, (_, at) => claim([2 * at])))
    for (const { holdId } of holds) await lapseHold(stores, performanceId, holdId)
    // Fewer than would end all that have lapsed.
    const some = holds.slice(-10)
    const again = await told(some.map(({ places }) => claim([...places, 1])))
    expect(again).toEqual(some.map(({ places }) => ({ code: "PLACES_TAKEN", places })))
    // Those that were found lapsed return as well.
    const returning = await returningIn(stores, performanceId)
    expect(some.flatMap(({ places }) => places).filter((place) => !returning.has(place))).toEqual(
      [],
    )
    expect(await told([claim([1]), claim([3])])).toEqual([[1], [3]])
    await sweepPerformance(stores, performanceId)
    const verified = await verifyPerformance(stores, performanceId)
    expect(verified.drift).toEqual([])
    expect(await stores.redis.hlen(keysOfPerformance(performanceId).holds)).toBe(3)
  })

  test("by older terms than the others' are made anew, alone", async () => {
    const { performanceId, eventId, claim } = await mintOpened()
    const another = { ...(await openTestStores()), redis: stores.redis }
    const old = claiming(another, performanceId)
    await old([10])
    const organizer = await organizerOf(stores, eventId)
    const [terms] = (await readDeskEvent(stores, organizer, { eventId })).performances
    if (!terms) throw new Error("It has a performance.")
    await editPerformance(stores, organizer, { ...terms, limitPerUser: 2 })
    await claim([9])
    const before = await newsOf(performanceId)
    expect(await told([claim([0]), old([1]), claim([2]), old([3, 4, 5])])).toEqual([
      [0],
      [1],
      [2],
      { code: "LIMIT_REACHED", limit: 2, booked: 0 },
    ])
    expect(await newsOf(performanceId)).toBe(before + 2)
    await expectAgreement(performanceId, "hhh......hhh")
  })

  test("of which Redis knows nothing load the performance once, and are all held", async () => {
    const { performanceId, claim } = await mintOpened()
    await forgetPlaces(stores, performanceId)
    const places = Array.from({ length: 12 }, (_, place) => [place])
    expect(await told(places.map((some) => claim(some)))).toEqual(places)
    await expectAgreement(performanceId, "hhhhhhhhhhhh")
  })

  test("whose answer is lost are asked again, and have let nothing go", async () => {
    const { performanceId } = await mintOpened()
    const claim = claiming(losingAnAnswer(stores), performanceId)
    const users = [mintUserId(), mintUserId()]
    const holds = await Promise.all(users.map((user, at) => claim([at], user)))
    expect(await told([claim([0])])).toEqual([{ code: "PLACES_TAKEN", places: [0] }])
    for (const [at, user] of users.entries()) {
      expect(await findHold(stores, user, { performanceId })).toMatchObject({
        holdId: holds[at]?.holdId,
        expiresAt: holds[at]?.expiresAt,
        places: [at],
      })
    }
    expect(await forgivenIn(stores, performanceId)).toEqual(new Map())
    await expectAgreement(performanceId, "hh.........h")
  })

  test("are all told when Redis is away", async () => {
    const { performanceId } = await mintOpened()
    const claim = claiming(await withoutRedis(stores), performanceId)
    const outcomes = await Promise.allSettled([0, 1, 2].map((place) => claim([place])))
    const away = outcomes.map((one) => one.status === "rejected" && redisIsAway(one.reason))
    expect(away).toEqual([true, true, true])
    await expectAgreement(performanceId, "...........h")
  })
})
