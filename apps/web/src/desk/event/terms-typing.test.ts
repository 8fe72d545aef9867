import { expect, test } from "bun:test"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import { judgeTerms, termsTypingOf } from "./terms-typing.ts"

const performance = {
  performanceId: "01900000-0000-7000-8000-000000000001",
  startsAt: "2031-03-01T10:30:12.345Z",
  endsAt: "2031-03-01T13:00:12.345Z",
  saleOpensAt: "2031-01-01T01:00:00.000Z",
  saleClosesAt: "2031-03-01T09:30:00.000Z",
  cancelUntil: "2031-02-28T08:00:00.000Z",
  etag: "1",
  holdMinutes: 5,
  limitPerUser: 4,
  areas: [{ area: "floor", kind: "standing", price: 50_000, capacity: 100 }],
} as unknown as DeskPerformance

const zoned = { timeZone: "Asia/Seoul", currency: "KRW" }
const typing = termsTypingOf(performance, zoned)

test("an untouched time is sent to the millisecond as it was, and the others as they are typed", () => {
  expect(typing).toMatchObject({
    startsAt: "2031-03-01T19:30",
    areas: [{ price: "50,000", capacity: "100" }],
  })
  const read = judgeTerms(
    { ...typing, endsAt: "2031-03-01T22:30", limitPerUser: "2" },
    performance,
    zoned,
  )
  expect("sent" in read && read.sent).toMatchObject({
    startsAt: performance.startsAt,
    endsAt: "2031-03-01T13:30:00.000Z",
    limitPerUser: 2,
    areas: [{ area: "floor", price: 50_000, capacity: 100 }],
  })
})

test("problems are told by the paths that the server uses", () => {
  const read = judgeTerms(
    { ...typing, startsAt: "", holdMinutes: "61", areas: [{ price: "x", capacity: "0" }] },
    performance,
    zoned,
  )
  expect("wrongs" in read && read.wrongs.map(({ path }) => path)).toEqual([
    "startsAt",
    "areas.0.price",
    "areas.0.capacity",
    "holdMinutes",
  ])
  const late = { ...typing, cancelUntil: "2031-03-02T00:00", saleClosesAt: "2031-03-02T00:00" }
  const order = judgeTerms(late, performance, zoned)
  expect("wrongs" in order && order.wrongs).toEqual([
    { path: "saleClosesAt", problem: "sale-closes-after-end" },
    { path: "cancelUntil", problem: "cancel-after-start" },
  ])
})
