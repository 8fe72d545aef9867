import { describe, expect, test } from "bun:test"
import { Area } from "@podo/contract/ids"
import { refusalOf } from "@podo/db/racing"
import { openTestStores } from "@podo/stores/testing"
import { addPerformances } from "./add-performances.ts"
import { createEvent } from "../events/create-event.ts"
import { insertPerformances } from "./desk-performances.queries.ts"
import {
  countRowsOf,
  datesIn,
  mintHall,
  mintOrganizer,
  newEvent,
  NO_ROWS,
  rowAt,
  termsOn,
} from "../testing/events.queries.ts"

const stores = await openTestStores()
const organizer = await mintOrganizer(stores)

const twoDays = async () => {
  const hall = await mintHall(stores)
  return { ...newEvent(hall), dates: datesIn(hall, termsOn(11), termsOn(10)) }
}

type Input = Awaited<ReturnType<typeof twoDays>>

describe("a problem that only the stores can know is named, and nothing is stored", () => {
  const area = Area.parse("day")
  const grounds = (capacity: number) => [{ area, price: 1, capacity }]
  const wrong: [string, (input: Input) => unknown, string, string][] = [
    [
      "a start in the past",
      ({ dates }) => ({ dates: { ...dates, performances: [termsOn(-3)] } }),
      "dates.performances.0.startsAt",
      "in-the-past",
    ],
    [
      "one start twice",
      ({ dates }) => ({ dates: { ...dates, performances: [termsOn(9), termsOn(9)] } }),
      "dates.performances.1.startsAt",
      "same-start",
    ],
    [
      "two at one time",
      ({ dates }) => ({
        dates: { ...dates, performances: [termsOn(9), termsOn(8), termsOn(9, 11)] },
      }),
      "dates.performances.2.startsAt",
      "hall-busy",
    ],
    [
      "no such area",
      ({ dates }) => ({ dates: { ...dates, areas: [{ area: Area.parse("night"), price: 1 }] } }),
      "dates.areas",
      "areas-differ",
    ],
    [
      "an area too many",
      ({ dates }) => ({
        dates: { ...dates, areas: [...dates.areas, { area: Area.parse("b"), price: 1 }] },
      }),
      "dates.areas",
      "areas-differ",
    ],
    [
      "too many places",
      ({ dates }) => ({ dates: { ...dates, areas: grounds(200_001) } }),
      "dates.areas",
      "too-many-places",
    ],
  ]
  test.each(wrong)("%s", async (_, change, path, problem) => {
    const input = await twoDays()
    const sent = { ...input, ...(change(input) as object) } as Input
    const refusal = await refusalOf(createEvent(stores, organizer, sent))
    expect(refusal).toEqual({ code: "NOT_VALID", problems: [{ path, problem }] } as never)
    expect(await countRowsOf(stores, input.eventId)).toEqual(NO_ROWS)
  })

  test("a hall of another venue, of another organizer, and none at all", async () => {
    const input = await twoDays()
    const [elsewhere, theirs] = [
      await mintHall(stores),
      await mintHall(stores, { of: await mintOrganizer(stores) }),
    ]
    const inHall = (hallId: string) =>
      refusalOf(
        createEvent(stores, organizer, {
          ...input,
          dates: { ...input.dates, hallId: hallId as never },
        }),
      )
    expect(await inHall(elsewhere.hallId)).toMatchObject({
      problems: [{ path: "dates.hallId", problem: "hall-elsewhere" }],
    })
    expect(await inHall(theirs.hallId)).toEqual({ code: "NOT_FOUND", what: "hall" })
    expect(await inHall(Bun.randomUUIDv7())).toEqual({ code: "NOT_FOUND", what: "hall" })
    const nowhere = { ...newEvent(elsewhere), venueId: Bun.randomUUIDv7() as never }
    expect(await refusalOf(createEvent(stores, organizer, nowhere))).toEqual({
      code: "NOT_FOUND",
      what: "venue",
    })
    expect(await countRowsOf(stores, input.eventId)).toEqual(NO_ROWS)
  })

  test("other numbers of seats than the hall has", async () => {
    const seats = [
      { area: "r", kind: "seated" as const, capacity: 50 },
      { area: "pit", kind: "standing" as const, capacity: 80 },
    ]
    const hall = await mintHall(stores, { areas: seats })
    const priced = (capacity: number) => [
      { area: Area.parse("pit"), price: 1_000, capacity },
      { area: Area.parse("r"), price: 2_000 },
    ]
    const create = (capacity: number) => {
      const dates = { ...datesIn(hall, termsOn(10)), areas: priced(capacity) }
      return createEvent(stores, organizer, { ...newEvent(hall), dates })
    }
    expect(await refusalOf(create(81))).toMatchObject({
      problems: [{ path: "dates.areas.0.capacity", problem: "capacity-fixed" }],
    })
    const [performance] = (await create(80)).performances
    expect(performance?.areas.map(({ area: name, price }) => [String(name), price])).toEqual([
      ["r", 2_000],
      ["pit", 1_000],
    ])
  })

  test("where people stand, any number up to 200,000, numbered area after area", async () => {
    const areas = ["a", "b"].map((name) => ({
      area: name,
      kind: "standing" as const,
      capacity: 100,
    }))
    const hall = await mintHall(stores, { areas })
    const chosen = [
      { area: Area.parse("a"), price: 1, capacity: 199_900 },
      { area: Area.parse("b"), price: 1 },
    ]
    const input = { ...newEvent(hall), dates: { ...datesIn(hall, termsOn(10)), areas: chosen } }
    const event = await createEvent(stores, organizer, input)
    expect(event.performances[0]?.capacity).toBe(200_000)
    const [first] = event.performances
    const rows = await stores.db
      .selectFrom("performanceArea")
      .where("performanceId", "=", first?.performanceId as never)
      .selectAll()
      .orderBy("firstPlace")
      .execute()
    expect(rows.map(({ firstPlace, capacity }) => [firstPlace, capacity])).toEqual([
      [0, 199_900],
      [199_900, 100],
    ])
  })

  test("more than 1,000 performances", async () => {
    const hall = await mintHall(stores)
    const { eventId } = await createEvent(stores, organizer, newEvent(hall))
    const rows = Array.from({ length: 999 }, (_, day) => ({
      ...rowAt(new Date(Date.UTC(2040, 0, 1 + day))),
      eventId,
      hallId: hall.hallId,
    }))
    await stores.db.transaction().execute((trx) => insertPerformances(trx, rows, []))
    const refusal = await refusalOf(
      addPerformances(stores, organizer, {
        eventId,
        dates: datesIn(hall, termsOn(10), termsOn(11)),
      }),
    )
    expect(refusal).toMatchObject({
      problems: [{ path: "dates.performances", problem: "too-many-performances" }],
    })
    const last = await addPerformances(stores, organizer, {
      eventId,
      dates: datesIn(hall, termsOn(10)),
    })
    expect(last.performances).toHaveLength(1_000)
  })
})
