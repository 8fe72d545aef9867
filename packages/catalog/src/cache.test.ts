import { describe, expect, test } from "bun:test"
import { ListEvents } from "@podo/contract/catalog"
import { mintPerformance } from "@podo/db/testing"
import { countStatements, openTestStores } from "@podo/stores/testing"
import { openTestRedis } from "@podo/redis/testing"
import { announceChange } from "./announce-change.ts"
import { listEvents } from "./list-events.ts"
import { readEvent } from "./read-event.ts"

const stores = await openTestStores()
const gone = await openTestRedis()
gone.disconnect()
const withoutRedis = { ...stores, redis: gone }

const mintTitle = () => `title${crypto.randomUUID().slice(0, 8)}`
const listed = (search: string) => ListEvents.parse({ search })

/** How many queries the work costs. */
async function costOf(work: () => Promise<unknown>) {
  const before = countStatements(stores)
  await work()
  return countStatements(stores) - before
}

describe("a thousand who ask at once", () => {
  test("for a list that nobody has asked for cost what one costs", async () => {
    const [alone, together] = [mintTitle(), mintTitle()]
    for (const title of [alone, together]) await mintPerformance(stores, { title })
    const once = await costOf(() => listEvents(stores, null, listed(alone)))
    // Three for the page, and one for what nobody has claimed from.
    expect(once).toBe(4)
    const crowd = await costOf(async () => {
      const pages = await Promise.all(
        Array.from({ length: 1_000 }, () => listEvents(stores, null, listed(together))),
      )
      for (const page of pages) expect(page.events).toHaveLength(1)
    })
    expect(crowd).toBe(once)
  })

  test("for an event cost what one costs", async () => {
    const one = await mintPerformance(stores)
    const { eventId } = await mintPerformance(stores)
    const once = await costOf(() => readEvent(stores, null, one))
    const crowd = await costOf(() =>
      Promise.all(Array.from({ length: 1_000 }, () => readEvent(stores, null, { eventId }))),
    )
    expect(crowd).toBe(once)
  })
})

describe("a change at the desk", () => {
  test("is seen by whoever asks after it was told, in lists and details", async () => {
    const [before, after] = [mintTitle(), mintTitle()]
    const { eventId, performanceId } = await mintPerformance(stores, { title: before })
    const price = async () => (await readEvent(stores, null, { eventId })).performances[0]?.areas[0]
    expect((await listEvents(stores, null, listed(before))).events[0]?.priceFrom).toBe(50_000)
    expect((await price())?.price).toBe(50_000)
    await stores.db
      .updateTable("performanceArea")
      .where("performanceId", "=", performanceId)
      .set({ price: 1_000 })
      .execute()
    await stores.db.updateTable("event").where("id", "=", eventId).set({ title: after }).execute()
    expect((await price())?.price).toBe(50_000)
    await announceChange(stores, eventId)
    expect((await price())?.price).toBe(1_000)
    const { events } = await listEvents(stores, null, listed(before))
    expect(events).toMatchObject([{ title: after, priceFrom: 1_000 }])
  })
})

describe("without Redis", () => {
  test("lists and details are the same, from MySQL", async () => {
    const title = mintTitle()
    const { eventId } = await mintPerformance(stores, { title })
    const page = await listEvents(stores, null, listed(title))
    expect(await listEvents(withoutRedis, null, listed(title))).toEqual(page)
    const { now: _, ...event } = await readEvent(stores, null, { eventId })
    expect(await readEvent(withoutRedis, null, { eventId })).toMatchObject(event)
  })
})

describe("a cancelled performance", () => {
  test("counts neither for price nor places; an event of which nothing takes place is not listed", async () => {
    const title = mintTitle()
    const { eventId, performanceId } = await mintPerformance(stores, { title })
    const { performanceId: other, eventId: otherId } = await mintPerformance(stores, {
      price: 7,
      capacity: 30,
    })
    await stores.db
      .updateTable("performance")
      .where("id", "=", other)
      .set({ eventId, startsAt: new Date(Date.now() + 3_600_000) })
      .execute()
    const cancel = async (id: typeof performanceId) => {
      const cancelledAt = new Date()
      await stores.db.updateTable("performance").where("id", "=", id).set({ cancelledAt }).execute()
      await announceChange(stores, eventId)
      return (await listEvents(stores, null, listed(title))).events
    }
    expect((await listEvents(stores, null, listed(title))).events).toMatchObject([
      { priceFrom: 7, capacity: 40, remaining: 40 },
    ])
    expect(await cancel(other)).toMatchObject([{ priceFrom: 50_000, capacity: 10, remaining: 10 }])
    const { performances } = await readEvent(stores, null, { eventId })
    expect(performances.map(({ cancelled, remaining }) => [cancelled, remaining])).toEqual([
      [true, 0],
      [false, 10],
    ])
    expect(await cancel(performanceId)).toEqual([])
    expect((await readEvent(stores, null, { eventId: otherId })).performances).toEqual([])
  })
})
