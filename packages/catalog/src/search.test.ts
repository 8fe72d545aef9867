import { describe, expect, test } from "bun:test"
import { ListEvents } from "@podo/contract/catalog"
import { insertManyEvents, type PlainEvent } from "@podo/db/many-events.queries"
import { explain, mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { announceChange } from "./announce-change.ts"
import { indexEvents } from "./index-events.ts"
import { listEvents } from "./list-events.ts"
import { listedEvents } from "./listed-events.queries.ts"

const stores = await openTestStores()
const DAY_MS = 86_400_000

/** Letters that no other event has. */
const mintWord = () => `w${crypto.randomUUID().slice(0, 8)}`

const eventTitled = (title: string, others: Partial<PlainEvent> = {}): PlainEvent => ({
  title,
  startsAt: new Date(Date.now() + 10 * DAY_MS),
  publishedAt: new Date(),
  ...others,
})

const find = async (search: string, wishes: Partial<ListEvents> = {}) => {
  const page = await listEvents(stores, null, ListEvents.parse({ search, limit: 100, ...wishes }))
  return page.events
}

const titlesOf = async (search: string) => (await find(search)).map(({ title }) => title).toSorted()

describe("a search", () => {
  test.each([
    ["두 글자", "{w}뮤지", "{w}뮤지컬"],
    ["composed and taken apart", "{w}뮤지".normalize("NFD"), "{w}뮤지컬"],
    ["the middle of a word", "{w}agic", "{w}agician"],
    ["any case, any width", "{W}ｆｅＳＴ", "{w}Festival"],
    ["accents", "{w}cafe", "{w}Café"],
    ["words across a space", "{w}hello  wor", "{w}hello world"],
    ["a percent sign", "{w}100%", "{w}100% 즉흥"],
    ["an underscore", "{w}a_b", "{w}a_b"],
    ["what operates elsewhere", `{w}+"(*)-~<>@`, `{w}+"(*)-~<>@`],
    ["an emoji", "{w}🍇", "{w}🍇 포도"],
  ])("finds %s, and only that", async (_, search, title) => {
    const word = mintWord()
    const said = (text: string) => text.replace("{w}", word).replace("{W}", word.toUpperCase())
    const others = ["뮤직", "100 번", "aXb", "hello, wor", "agile", ""].map((end) => word + end)
    await insertManyEvents(
      stores.db,
      [said(title), ...others].map((text) => eventTitled(text)),
    )
    expect(await titlesOf(said(search))).toEqual([said(title)])
  })

  test("finds what stands together, not what has the same pieces", async () => {
    const [one, two] = [mintWord().slice(0, 4), mintWord().slice(0, 4)]
    await insertManyEvents(stores.db, [eventTitled(one + two), eventTitled(`${one} ${two}`)])
    expect(await titlesOf(one + two)).toEqual([one + two])
  })

  test("of a single character finds it, also where a title ends", async () => {
    const { eventId } = await mintPerformance(stores, { title: "가나 쀍" })
    const found = await find("쀍")
    expect(found.map((card) => card.eventId)).toContain(eventId)
    expect(await find("%")).not.toContainEqual(expect.objectContaining({ eventId }))
    expect(await find("_")).not.toContainEqual(expect.objectContaining({ eventId }))
  })

  test("of nothing that could be seen is none", async () => {
    await mintPerformance(stores)
    expect((await find(" \u200B ", { limit: 1 })).length).toBe(1)
  })

  test("looks at both languages, description and venue; titles come first, then the sort", async () => {
    const word = mintWord()
    const inDays = (days: number) => ({ startsAt: new Date(Date.now() + days * DAY_MS) })
    await insertManyEvents(stores.db, [
      eventTitled("d", { description: `about ${word}`, ...inDays(1) }),
      eventTitled("c", { englishDescription: `about ${word}`, ...inDays(2) }),
      eventTitled("b", { englishTitle: `The ${word}`, ...inDays(4) }),
      eventTitled(`a ${word}`, inDays(3)),
    ])
    const found = await find(word)
    expect(found.map(({ title }) => title)).toEqual([`a ${word}`, "b", "d", "c"])
    expect(await find(`${word} test house`)).toEqual([])
    expect((await find("시험 극장", { limit: 1 })).length).toBe(1)
  })

  test("sees an event that was there before it began, while a hundred others search", async () => {
    const word = mintWord()
    for (let round = 1; round <= 5; round++) {
      const others = Array.from({ length: 100 }, () => find(word))
      const [created] = await insertManyEvents(stores.db, [eventTitled(`${word} ${round}`)])
      if (created) await announceChange(stores, created.eventId)
      expect(await find(word)).toHaveLength(round)
      await Promise.all(others)
    }
  })

  test("goes by the index, and scans no table", async () => {
    const input = ListEvents.parse({ search: "뮤지컬 나이트" })
    const plan = await explain(stores.db, listedEvents(input, new Date()))
    const tables = plan.filter(({ table }) => !table.startsWith("<"))
    expect(tables.map(({ table, type }) => `${table} ${type}`).toSorted()).toEqual([
      "event eq_ref",
      "event_search fulltext",
      // Along a key, as far as its limit.
      "event_search range",
      "performance ref",
    ])
  })

  test("finds what changed last also while the index does not know it", async () => {
    const word = mintWord()
    const { eventId } = await mintPerformance(stores, { title: word })
    await stores.db
      .updateTable("eventSearch")
      .set({ grams: "" })
      .where("eventId", "=", eventId)
      .execute()
    expect(await titlesOf(word)).toEqual([word])
  })

  test("finds what was written before there was one, once the worker has been there", async () => {
    const word = mintWord()
    const { eventId } = await mintPerformance(stores, { title: word })
    await stores.db.deleteFrom("eventSearch").where("eventId", "=", eventId).execute()
    expect(await find(word)).toEqual([])
    await indexEvents(stores)
    expect(await find(word)).toHaveLength(1)
  })
})
