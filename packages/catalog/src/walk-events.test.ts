import { describe, expect, test } from "bun:test"
import { EventSort, ListEvents } from "@podo/contract/catalog"
import { insertManyEvents } from "@podo/db/many-events.queries"
import { explain, mintUserId } from "@podo/db/testing"
import { countStatements, openTestStores } from "@podo/stores/testing"
import { listEvents, listEventsUncached } from "./list-events.ts"
import { listedEvents } from "./listed-events.queries.ts"

const stores = await openTestStores()
const DAY_MS = 86_400_000

/** A word that no other event has. */
const mintWord = () => `word${crypto.randomUUID().slice(0, 8)}`

/** Events that no sort can tell apart but by their ids. */
const alike = (title: string) => ({
  title,
  startsAt: new Date(Date.now() + 400 * DAY_MS),
  publishedAt: new Date(Date.now() - DAY_MS),
  booked: 3,
  bookedLastDay: 2,
})

const indexes: Record<EventSort, string> = {
  soonest: "event_soonest",
  newest: "event_newest",
  "most-booked": "event_most_booked",
  hot: "event_hot",
}

async function walk(wishes: Partial<ListEvents>, limit: number) {
  const seen: string[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const input = ListEvents.parse({ ...wishes, limit, ...(cursor ? { cursor } : {}) })
    const page = await listEventsUncached(stores, input)
    seen.push(...page.events.map(({ eventId }) => eventId))
    cursor = page.nextCursor
  }
  return seen
}

describe("a walk through a thousand events that share their times", () => {
  const word = mintWord()
  const from = new Date(Date.now() + 399 * DAY_MS).toISOString()
  const to = new Date(Date.now() + 401 * DAY_MS).toISOString()
  const minting = insertManyEvents(
    stores.db,
    Array.from({ length: 1_000 }, () => alike(`Alike ${word}`)),
  )

  test.each(EventSort.options)("by %s sees each exactly once", async (sort) => {
    const eventIds = (await minting).map(({ eventId }) => eventId as string).toSorted()
    expect((await walk({ sort, from }, 90)).toSorted()).toEqual(eventIds)
    expect((await walk({ sort, search: word }, 100)).toSorted()).toEqual(eventIds)
  })

  test("asks MySQL as often for a hundred events as for ten", async () => {
    await minting
    const userId = mintUserId()
    const countedFor = async (limit: number) => {
      const before = countStatements(stores)
      const { events } = await listEvents(stores, userId, ListEvents.parse({ from, limit }))
      expect(events).toHaveLength(limit)
      return countStatements(stores) - before
    }
    expect(await countedFor(100)).toBe(await countedFor(10))
  })

  test.each(EventSort.options)("by %s goes along an index, and sorts nothing", async (sort) => {
    await minting
    for (const wishes of [{}, { category: "play" }, { from, to }, { withPlaces: true }]) {
      const input = ListEvents.parse({ sort, ...wishes })
      const [walked, looked, ...others] = await explain(stores.db, listedEvents(input, new Date()))
      expect(walked).toMatchObject({ table: "event", key: indexes[sort] })
      expect(walked?.Extra).not.toMatch(/filesort|temporary/)
      expect(looked).toMatchObject({ table: "performance", type: "ref" })
      expect(others).toEqual([])
    }
  })
})
