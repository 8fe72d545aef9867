import { describe, expect, test } from "bun:test"
import { AddPerformances } from "@podo/contract/desk"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import type { Hall } from "@podo/contract/hall"
import { judgeTyped } from "../judge-typed.ts"
import { copyOf, type DatesTyping, freshDates, priceGroupsOf, rowAfter } from "./dates-typing.ts"
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

/** The keys of the grades VIP and R: their letters by code point, in base 36. */
const [VIP, R] = ["grade-2e-21-28", "grade-2a"] as const

const typed = (change: Partial<DatesTyping>): DatesTyping => ({
  ...freshDates("Asia/Seoul"),
  saleOpensAt: "2031-01-01T10:00",
  prices: { [VIP]: "150,000", [R]: "90,000", "area-floor": "50,000" },
  ...change,
})

const formOf = (change: Partial<DatesForm>): DatesForm => ({
  typed: typed({}),
  kind: "performances",
  hall: theatre,
  timeZone: "Asia/Seoul",
  currency: "KRW",
  ...change,
})

/** As a form would send them, or what is wrong. */
function judge(form: DatesForm) {
  const { dates, unread } = readDates(form)
  const judged = judgeTyped(AddPerformances, { eventId: id(3), dates }, unread)
  return "sent" in judged
    ? { dates: judged.sent.dates, wrongs: [] }
    : { wrongs: judged.wrongs.map(({ path, problem }) => `${path} ${problem}`) }
}

describe("performances that are typed", () => {
  const row = { startsAt: "2031-03-01T19:30", minutes: "150" }

  test("become instants with their deadlines, and areas with the price of their grade", () => {
    const { dates, wrongs } = judge(formOf({ typed: typed({ performances: [row] }) }))
    expect(wrongs).toEqual([])
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

  test("are copied to the next day by the clock, and added as long as the last", () => {
    expect(copyOf(row)).toEqual({ startsAt: "2031-03-02T19:30", minutes: "150" })
    expect(rowAfter([row, { ...row, minutes: "90" }])).toEqual({ startsAt: "", minutes: "90" })
  })

  test("are wrong at their own fields by the contract's rules, and nothing throws", () => {
    const performances = [
      { startsAt: "", minutes: "" },
      { startsAt: "2031-03-09T02:30", minutes: "150" },
      { startsAt: "2031-03-08T02:30", minutes: "0" },
    ]
    const form = formOf({
      typed: typed({ performances, prices: { [VIP]: "99,999,999,999" }, holdMinutes: "" }),
      timeZone: "America/New_York",
    })
    const { wrongs } = judge(form)
    expect(wrongs).toEqual([
      `dates.prices.${R} not-a-price`,
      `dates.prices.${R} not-a-price`,
      "dates.performances.0.startsAt missing",
      "dates.performances.0.minutes missing",
      "dates.performances.1.startsAt clock-skipped",
      "dates.areas.0.price out-of-limits",
      "dates.performances.0.holdMinutes out-of-limits",
      "dates.performances.1.holdMinutes out-of-limits",
      "dates.performances.2.holdMinutes out-of-limits",
    ])
  })

  test.each([
    ["0", "ends-before-start"],
    ["10081", "too-long"],
  ])("that last for %p minutes are refused as the server refuses them", (minutes, problem) => {
    const performances = [row, { ...row, minutes }]
    expect(judge(formOf({ typed: typed({ performances }) })).wrongs).toEqual([
      `dates.performances.1.endsAt ${problem}`,
    ])
  })

  test("need a hall before they have prices", () => {
    const { wrongs } = judge(formOf({ hall: null, typed: typed({ performances: [row] }) }))
    expect(wrongs).toEqual(["dates.hallId missing"])
  })
})

describe("festival days that are typed", () => {
  const run = { firstDay: "2031-07-01", lastDay: "2031-07-03", startsAt: "18:00", endsAt: "02:00" }

  test("hold 100 places a day unless somebody says otherwise", () => {
    const { dates = {}, wrongs } = judge(
      formOf({ typed: typed({ run }), kind: "days", hall: ground }),
    )
    expect(wrongs).toEqual([])
    expect("areas" in dates && dates.areas).toEqual([
      { area: "floor" as never, price: 50_000, capacity: 100 },
    ])
    expect("run" in dates && dates.run).toMatchObject({
      saleClosesMinutesBeforeEnd: 60,
      // From 17:00 the day before to 18:00.
      cancelMinutesBeforeStart: 25 * 60,
    })
  })

  test("close before their start when so chosen, however long they are", () => {
    const closing = { performances: "start:60", days: "start:30" } as const
    const form = formOf({ typed: typed({ run, closing }), kind: "days", hall: ground })
    const { dates = {} } = judge(form)
    expect(dates).toMatchObject({ run: { saleClosesMinutesBeforeEnd: 8 * 60 + 30 } })
  })

  test.each([
    ["2031-06-30", "run-ends-before-start"],
    ["2032-07-01", "run-too-long"],
    ["", "missing"],
  ] as const)("that last until %p are refused", (lastDay, problem) => {
    const form = formOf({ typed: typed({ run: { ...run, lastDay } }), kind: "days", hall: ground })
    expect(judge(form).wrongs).toEqual([`dates.run.lastDay ${problem}`])
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
    prices: { [VIP]: "150,000", [R]: "90,000" },
    capacities: {},
  })
  expect(termsLike(like(80_000), theatre, "KRW")).toMatchObject({
    isByArea: true,
    prices: { "area-left": "90,000", "area-right": "80,000" },
  })
})

test("one price is asked for a grade, or for each area", () => {
  const keys = (isByArea: boolean) => priceGroupsOf(theatre, isByArea).map(({ key }) => key)
  expect([keys(false), keys(true)]).toEqual([
    [VIP, R],
    ["area-vip", "area-left", "area-right"],
  ])
})

test("the server's problem with a date is told at the field that asked for it", () => {
  const form = formOf({})
  const fieldOf = (path: string) => datesFieldOf(form, path)
  expect(
    [
      "dates.performances.7.startsAt",
      "dates.performances.7.endsAt",
      "dates.performances.7.saleClosesAt",
      "dates.performances.7.holdMinutes",
      "dates.run.cancelMinutesBeforeStart",
      "dates.run.saleClosesMinutesBeforeEnd",
      "dates.run.firstDay",
      "dates.areas.2.price",
      "dates.areas.0.capacity",
      "dates.areas",
      "title",
    ].map(fieldOf),
  ).toEqual([
    "dates.performances.7.startsAt",
    "dates.performances.7.minutes",
    "dates.closing.performances",
    "dates.holdMinutes",
    "dates.cancelling",
    "dates.closing.days",
    "dates.run.firstDay",
    `dates.prices.${R}`,
    "dates.capacities.vip",
    "dates.areas",
    "title",
  ])
})

test("the key of a grade never reads as a path, whatever its house calls it", () => {
  const named = hallOf("seated", [
    ["one", "R.1[석]'"],
    ["two", "R"],
  ])
  const keys = priceGroupsOf(named, false).map(({ key }) => key)
  expect(keys.every((key) => /^[\w-]+$/.test(key))).toBe(true)
  expect(new Set(keys).size).toBe(2)
})
