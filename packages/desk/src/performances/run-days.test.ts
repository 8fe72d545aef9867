import { describe, expect, test } from "bun:test"
import { Run, Terms } from "@podo/contract/desk-performance"
import { refusalOf } from "@podo/db/racing"
import { openTestStores } from "@podo/stores/testing"
import { Area } from "@podo/contract/ids"
import { createEvent } from "../events/create-event.ts"
import { daysOf } from "./run-days.ts"
import {
  countRowsOf,
  inDays,
  mintHall,
  mintOrganizer,
  newEvent,
  NO_ROWS,
} from "../testing/events.queries.ts"

const stores = await openTestStores()

const runOf = (more: object) =>
  Run.parse({
    firstDay: "2027-03-27",
    lastDay: "2027-03-29",
    startsAt: "10:00",
    endsAt: "22:00",
    saleOpensAt: "2027-01-01T00:00:00Z",
    saleClosesMinutesBeforeEnd: 60,
    cancelMinutesBeforeStart: 1440,
    limitPerUser: 4,
    ...more,
  })

const timesOf = (more: object, timeZone: string) =>
  daysOf(runOf(more), timeZone).map(({ startsAt, endsAt }) => [startsAt, endsAt])

describe("a run", () => {
  test("is a day for each, at the same time on clocks that go forward", () => {
    expect(timesOf({}, "Europe/Berlin")).toEqual([
      ["2027-03-27T09:00:00.000Z", "2027-03-27T21:00:00.000Z"],
      ["2027-03-28T08:00:00.000Z", "2027-03-28T20:00:00.000Z"],
      ["2027-03-29T08:00:00.000Z", "2027-03-29T20:00:00.000Z"],
    ])
  })

  test("and on clocks that go back, also through the night in which they do", () => {
    const night = {
      firstDay: "2027-10-30",
      lastDay: "2027-10-31",
      startsAt: "22:00",
      endsAt: "04:00",
    }
    expect(timesOf(night, "Europe/Berlin")).toEqual([
      ["2027-10-30T20:00:00.000Z", "2027-10-31T03:00:00.000Z"],
      ["2027-10-31T21:00:00.000Z", "2027-11-01T03:00:00.000Z"],
    ])
  })

  test("starts an hour later on the day whose clocks skip its start", () => {
    const early = {
      firstDay: "2027-03-28",
      lastDay: "2027-03-28",
      startsAt: "02:30",
      endsAt: "05:00",
    }
    expect(timesOf(early, "Europe/Berlin")).toEqual([
      ["2027-03-28T01:30:00.000Z", "2027-03-28T03:00:00.000Z"],
    ])
  })

  test("ends on the next day where its end is not after its start, up to a whole day", () => {
    const day = {
      firstDay: "2027-12-31",
      lastDay: "2027-12-31",
      startsAt: "18:00",
      endsAt: "18:00",
    }
    expect(timesOf(day, "Asia/Seoul")).toEqual([
      ["2027-12-31T09:00:00.000Z", "2028-01-01T09:00:00.000Z"],
    ])
  })

  test("closes its sale before each end, and its cancellations before each start", () => {
    const [, second] = daysOf(runOf({}), "Asia/Seoul")
    expect(second).toMatchObject({
      startsAt: "2027-03-28T01:00:00.000Z",
      saleClosesAt: "2027-03-28T12:00:00.000Z",
      cancelUntil: "2027-03-27T01:00:00.000Z",
    })
    expect(Terms.safeParse(second).success).toBe(true)
  })

  test("may last a year and a day, and is written with an area for each of its days", async () => {
    const hall = await mintHall(stores)
    const first = Temporal.PlainDate.from(inDays(10).slice(0, 10))
    const run = runOf({
      firstDay: String(first),
      lastDay: String(first.add({ days: 365 })),
      saleOpensAt: inDays(1),
    })
    const areas = [{ area: Area.parse("day"), price: 30_000 }]
    const organizer = await mintOrganizer(stores)
    const event = await createEvent(stores, organizer, {
      ...newEvent(hall),
      dates: { hallId: hall.hallId, areas, run },
    })
    expect(event.performances).toHaveLength(366)
    expect(event.performances.every((day) => day.areas[0]?.capacity === 100)).toBe(true)
  })

  test("beyond what a calendar can say is refused with its days, and nothing is stored", async () => {
    const hall = await mintHall(stores)
    const run = runOf({ firstDay: "9999-12-31", lastDay: "9999-12-31", endsAt: "09:00" })
    const areas = [{ area: Area.parse("day"), price: 30_000 }]
    const input = { ...newEvent(hall), dates: { hallId: hall.hallId, areas, run } }
    const refusal = await refusalOf(createEvent(stores, await mintOrganizer(stores), input))
    const problems = refusal.code === "NOT_VALID" ? refusal.problems : []
    expect(problems).toContainEqual({ path: "dates.run.startsAt", problem: "out-of-range" })
    expect(await countRowsOf(stores, input.eventId)).toEqual(NO_ROWS)
  })

  test("that meets another one in its hall is refused with the first day of both", async () => {
    const hall = await mintHall(stores)
    const organizer = await mintOrganizer(stores)
    const eventOn = (first: number, last: number) => {
      const [firstDay, lastDay] = [inDays(first).slice(0, 10), inDays(last).slice(0, 10)]
      const run = runOf({ firstDay, lastDay, saleOpensAt: inDays(1) })
      const areas = [{ area: Area.parse("day"), price: 30_000 }]
      return { ...newEvent(hall), dates: { hallId: hall.hallId, areas, run } }
    }
    await createEvent(stores, organizer, eventOn(12, 14))
    expect(await refusalOf(createEvent(stores, organizer, eventOn(10, 13)))).toEqual({
      code: "NOT_VALID",
      problems: [
        { path: "dates.run.firstDay", problem: "hall-busy", day: inDays(12).slice(0, 10) },
      ],
    })
  })

  test("whose sale would close before it opens is refused with the field that says so", async () => {
    const hall = await mintHall(stores)
    const run = runOf({
      firstDay: inDays(10).slice(0, 10),
      lastDay: inDays(12).slice(0, 10),
      saleOpensAt: inDays(20),
    })
    const areas = [{ area: Area.parse("day"), price: 30_000 }]
    const input = { ...newEvent(hall), dates: { hallId: hall.hallId, areas, run } }
    expect(await refusalOf(createEvent(stores, await mintOrganizer(stores), input))).toEqual({
      code: "NOT_VALID",
      problems: [
        { path: "dates.run.saleClosesMinutesBeforeEnd", problem: "sale-closes-before-opening" },
      ],
    })
    expect(await countRowsOf(stores, input.eventId)).toEqual(NO_ROWS)
  })
})
