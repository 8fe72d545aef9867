import { expect, test } from "bun:test"
import type { DeskEvent } from "@podo/contract/desk"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import { isRemovable, isSaleOpened, monthsOf, openMonthOf, stateOf } from "./months.ts"

const performance = (startsAt: string, change: Partial<DeskPerformance> = {}) =>
  ({
    startsAt,
    endsAt: startsAt,
    capacity: 100,
    booked: 10,
    cancelledAt: null,
    saleState: "scheduled",
    ...change,
  }) as DeskPerformance

const eventWith = (performances: DeskPerformance[], publishedAt: string | null = null) =>
  ({ timeZone: "Asia/Seoul", publishedAt, performances }) as DeskEvent

test("months are those of the event's zone, and count what takes place", () => {
  const months = monthsOf(
    eventWith([
      performance("2031-01-31T14:30:00.000Z"),
      // Half past midnight on the first of February in Seoul.
      performance("2031-01-31T15:30:00.000Z"),
      performance("2031-02-02T10:00:00.000Z", { cancelledAt: "2031-01-01T00:00:00.000Z" }),
    ]),
  )
  expect(months.map(({ key, capacity, booked }) => [key, capacity, booked])).toEqual([
    ["2031-01", 100, 10],
    ["2031-02", 100, 10],
  ])
  expect(openMonthOf(months, Date.parse("2031-01-31T15:00:00Z"))).toBe("2031-02")
  expect(openMonthOf(months, Date.parse("2032-01-01T00:00:00Z"))).toBe("2031-02")
  expect(openMonthOf([])).toBeUndefined()
})

test("the possible actions on a performance follow its state", () => {
  const [draft, published] = [eventWith([]), eventWith([], "2031-01-01T00:00:00.000Z")]
  const fresh = performance("2031-02-02T10:00:00.000Z", { booked: 0, saleOpensAt: "2031-01-10" })
  const open = { ...fresh, saleState: "open" as const }
  const cancelled = { ...fresh, cancelledAt: "2031-01-01T00:00:00.000Z" }
  expect([draft, published].map((event) => stateOf(event, fresh))).toEqual(["draft", "scheduled"])
  expect(stateOf(published, cancelled)).toBe("cancelled")
  expect([fresh, open, cancelled].map((each) => isRemovable(published, each))).toEqual([
    true,
    false,
    false,
  ])
  const isOpened = (event: DeskEvent, day: string) =>
    isSaleOpened(event, fresh, Date.parse(`2031-01-${day}`))
  expect([isOpened(published, "09"), isOpened(published, "10"), isOpened(draft, "11")]).toEqual([
    false,
    true,
    false,
  ])
})
