import { describe, expect, test } from "bun:test"
import { Dates, type DeskPerformance } from "@podo/contract/desk-performance"
import type { Hall } from "@podo/contract/hall"
import { type DatesTyping, freshDates, priceGroupsOf, withCopyOf, withRow } from "./dates-typing.ts"
import { type DatesForm, datesFieldOf, readDates } from "./read-dates.ts"
import { termsLike } from "./terms-like.ts"

const id = (last: number) => `01900000-0000-7000-8000-00000000000${last}`

function hallOf(kind: "seated" | "standing", areas: [area: string, grade: string | null][]): Hall {
  return {
    hallId: id(1),
    name: "홀",
    englishName: null,
    venue: { venueId: id(2), name: "극장", englishName: null, address: "서울" },
    capacity: 100 * areas.length,
    isMine: true,
    areas: areas.map(([area, grade]) => ({
      area,
      name: area.toUpperCase(),
      englishName: null,
      kind,
      grade,
      capacity: 100,
    })),
  } as Hall
}

const theatre = hallOf("seated", [
  ["vip", "VIP"],
  ["left", "R"],
  ["right", "R"],
])
const ground = hallOf("standing", [["floor", null]])

const typed = (change: Partial<DatesTyping>): DatesTyping => ({
  ...freshDates("Asia/Seoul"),
  saleOpensAt: "2031-01-01T10:00",
  prices: { "grade.VIP": "150,000", "grade.R": "90,000", "area.floor": "50,000" },
  ...change,
})

const formOf = (change: Partial<DatesForm>): DatesForm => ({
  typing: typed({}),
  kind: "performances",
  hall: theatre,
  timeZone: "Asia/Seoul",
  currency: "KRW",
  ...change,
})

describe("performances that are typed", () => {
  const typing = typed({ rows: [{ key: 0, startsAt: "2031-03-01T19:30", minutes: "150" }] })

  test("become instants with their deadlines, and areas with the price of their grade", () => {
    const { dates, wrongs } = readDates(formOf({ typing }))
    expect(wrongs).toEqual([])
    expect(Dates.parse(dates)).toEqual(dates)
    expect(dates).toEqual({
      hallId: theatre.hallId,
      areas: [
        { area: "vip", price: 150_000 },
        { area: "left", price: 90_000 },
        { area: "right", price: 90_000 },
      ] as never,
      performances: [
        {
          startsAt: "2031-03-01T10:30:00.000Z",
          endsAt: "2031-03-01T13:00:00.000Z",
          saleOpensAt: "2031-01-01T01:00:00.000Z",
          saleClosesAt: "2031-03-01T09:30:00.000Z",
          cancelUntil: "2031-02-28T08:00:00.000Z",
          holdMinutes: 5,
          limitPerUser: 4,
        },
      ],
    })
  })

  test("are copied to the next day by the clock, below the one that is copied", () => {
    const [first] = typing.rows
    const rows = withCopyOf(withRow(typing.rows), first as (typeof typing.rows)[number])
    expect(rows.map(({ key, startsAt }) => [key, startsAt])).toEqual([
      [0, "2031-03-01T19:30"],
      [2, "2031-03-02T19:30"],
      [1, ""],
    ])
  })

  test("are wrong at their own fields, and nothing throws", () => {
    const rows = [
      { key: 0, startsAt: "", minutes: "0" },
      { key: 1, startsAt: "2031-03-09T02:30", minutes: "150" },
    ]
    const { wrongs } = readDates(
      formOf({
        typing: typed({ rows, prices: {}, holdMinutes: "" }),
        timeZone: "America/New_York",
      }),
    )
    expect(wrongs.map(({ path, problem }) => `${path} ${problem}`)).toEqual([
      "dates.prices.grade.VIP not-a-price",
      "dates.prices.grade.R not-a-price",
      "dates.prices.grade.R not-a-price",
      "dates.holdMinutes out-of-limits",
      "dates.performances.0.startsAt missing",
      "dates.performances.0.endsAt out-of-limits",
      "dates.performances.1.startsAt clock-skipped",
    ])
  })
})

describe("festival days that are typed", () => {
  const run = { firstDay: "2031-07-01", lastDay: "2031-07-03", opensAt: "18:00", closesAt: "02:00" }

  test("hold 100 places a day unless somebody says otherwise", () => {
    const { dates, wrongs } = readDates(
      formOf({ typing: typed({ run }), kind: "days", hall: ground }),
    )
    expect(wrongs).toEqual([])
    expect(Dates.parse(dates)).toEqual(dates)
    expect(dates.areas).toEqual([{ area: "floor" as never, price: 50_000, capacity: 100 }])
    expect("run" in dates && dates.run).toMatchObject({
      saleClosesMinutesBeforeEnd: 60,
      // From 17:00 the day before to 18:00.
      cancelMinutesBeforeStart: 25 * 60,
    })
  })

  test("close before their start when so chosen, however long they are", () => {
    const typing = typed({ run, closing: { performances: "start:60", days: "start:30" } })
    const { dates } = readDates(formOf({ typing, kind: "days", hall: ground }))
    expect("run" in dates && dates.run.saleClosesMinutesBeforeEnd).toBe(8 * 60 + 30)
  })

  test.each([
    ["2031-06-30", "run-ends-before-start"],
    ["2032-07-01", "run-too-long"],
    ["", "missing"],
  ] as const)("that last until %p are refused", (lastDay, problem) => {
    const typing = typed({ run: { ...run, lastDay } })
    const { wrongs } = readDates(formOf({ typing, kind: "days", hall: ground }))
    expect(wrongs).toEqual([{ path: "dates.run.lastDay", problem }])
  })
})

test("more dates begin with what the last one cost, by area where a grade has several prices", () => {
  const like = (right: number) =>
    ({
      holdMinutes: 7,
      limitPerUser: 2,
      areas: [
        { area: "vip", price: 150_000 },
        { area: "left", price: 90_000 },
        { area: "right", price: right },
      ],
    }) as unknown as DeskPerformance
  expect(termsLike(like(90_000), theatre, "KRW")).toEqual({
    holdMinutes: "7",
    limitPerUser: "2",
    isByArea: false,
    prices: { "grade.VIP": "150,000", "grade.R": "90,000" },
    capacities: {},
  })
  expect(termsLike(like(80_000), theatre, "KRW")).toMatchObject({
    isByArea: true,
    prices: { "area.left": "90,000", "area.right": "80,000" },
  })
})

test("one price is asked for a grade, or for each area", () => {
  const keys = (isByArea: boolean) => priceGroupsOf(theatre, isByArea).map(({ key }) => key)
  expect([keys(false), keys(true)]).toEqual([
    ["grade.VIP", "grade.R"],
    ["area.vip", "area.left", "area.right"],
  ])
})

test("the server's problem with a date is told at the field that asked for it", () => {
  const form = formOf({})
  const fieldOf = (path: string) => datesFieldOf(form, path)
  expect(
    [
      "dates.performances.7.startsAt",
      "dates.performances.7.saleClosesAt",
      "dates.run.saleClosesMinutesBeforeEnd",
      "dates.run.firstDay",
      "dates.areas.2.price",
      "dates.areas.0.capacity",
      "dates.areas",
      "title",
    ].map(fieldOf),
  ).toEqual([
    "dates.performances.7.startsAt",
    "dates.saleClosesAt",
    "dates.saleClosesAt",
    "dates.run.firstDay",
    "dates.prices.grade.R",
    "dates.capacities.vip",
    "dates.areas",
    "title",
  ])
})
