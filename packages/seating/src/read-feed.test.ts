import { describe, expect, test } from "bun:test"
import { PerformanceId } from "@podo/contract/ids"
import { refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { claimPlaces } from "./claim-places.ts"
import { readFeed, readRevision } from "./read-feed.ts"
import { releaseHold } from "./release-hold.ts"
import { forgetPlaces } from "./testing/testing.ts"

const stores = await openTestStores()

async function mintFeed() {
  const { performanceId } = await mintPerformance(stores)
  const revision = await readRevision(stores, performanceId)
  const { feed } = keysOfPerformance(performanceId)
  return {
    performanceId,
    feed,
    revision,
    read: (after = revision) => readFeed(stores, performanceId, after),
    claim: async (places: number[], userId = mintUserId()) => {
      const { holdId } = await claimPlaces(stores, userId, { performanceId, places })
      return { performanceId, holdId, userId }
    },
  }
}

describe("the feed of a performance", () => {
  test("says of each place what it is now, and whose hold is another one", async () => {
    const { read, claim, performanceId } = await mintFeed()
    const one = await claim([1, 2])
    await releaseHold(stores, one.userId, one)
    const other = await claim([2, 3])
    const news = await read()
    expect(Object.fromEntries(news?.changes ?? [])).toEqual({ 1: ".", 2: "h", 3: "h" })
    expect([...(news?.users ?? [])].toSorted()).toEqual([one.userId, other.userId].toSorted())
    expect(news?.hasNewTerms).toBe(false)
    expect(news?.revision).toBe(await readRevision(stores, performanceId))
  })

  test("has nothing after its end", async () => {
    const { read, claim, revision } = await mintFeed()
    expect(await read()).toMatchObject({ revision, changes: new Map() })
    await claim([1])
    const end = (await read())?.revision ?? ""
    expect(await read(end)).toMatchObject({ revision: end, changes: new Map() })
  })

  test("tells of new terms, and leaves out what it does not know", async () => {
    const { read, feed } = await mintFeed()
    await stores.redis.xadd(feed, "*", "sale", "2", "weather", "1,2", "h", "4")
    const news = await read()
    expect(news?.hasNewTerms).toBe(true)
    expect(news?.changes).toEqual(new Map([[4, "h"]]))
  })

  test("tells of the line what its newest entry says, and who stands elsewhere", async () => {
    const { read, feed } = await mintFeed()
    expect(await read()).toMatchObject({ line: undefined, admitted: new Set() })
    await stores.redis.xadd(feed, "*", "line", "one", "admitted", "a,b")
    await stores.redis.xadd(feed, "*", "standing", "c", "users", "d")
    await stores.redis.xadd(feed, "*", "admitted", "b,e", "line", "two")
    const news = await read()
    expect(news?.line).toBe("two")
    expect([...(news?.admitted ?? [])]).toEqual(["a", "b", "e"])
    expect([...(news?.standing ?? [])]).toEqual(["c"])
    expect([...(news?.users ?? [])]).toEqual(["d"])
  })

  test("cannot be read on from where it was cut, lost or begun anew", async () => {
    const { read, claim, feed, performanceId } = await mintFeed()
    await claim([1])
    await claim([2])
    expect(await read()).toBeDefined()
    await stores.redis.xtrim(feed, "MAXLEN", 1)
    expect(await read()).toBeUndefined()

    const end = await readRevision(stores, performanceId)
    expect(await read(end)).toBeDefined()
    await forgetPlaces(stores, performanceId)
    expect(await read(end)).toBeUndefined()
    const anew = await readRevision(stores, performanceId)
    expect(await read(end)).toBeUndefined()
    expect(await read(anew)).toMatchObject({ revision: anew, changes: new Map() })
  })

  test("is of a performance that there is", async () => {
    const unknown = PerformanceId.parse(Bun.randomUUIDv7())
    const refusal = await refusalOf(readRevision(stores, unknown))
    expect(refusal).toEqual({ code: "NOT_FOUND", what: "performance" })
  })
})
