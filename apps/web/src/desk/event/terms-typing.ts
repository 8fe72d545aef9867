import type { EditPerformance } from "@podo/contract/desk-performance"
import type { DeskArea, DeskPerformance } from "@podo/contract/desk-performance"
import type { Instant } from "@podo/contract/ids"
import {
  HOLD_MINUTES_MAX,
  LIMIT_PER_USER_MAX,
  PLACES_PER_PERFORMANCE_MAX,
  PRICE_MAX,
} from "@podo/contract/limits"
import { readWall, wholeOf } from "../dates/read-dates.ts"
import type { Read } from "../desk-form.tsx"
import type { Wrong } from "../field-problems.ts"
import { amountOf, typedAmount } from "../money-typing.ts"
import { wallOf, type WallTime } from "../zoned-time.ts"

export const TIMES = ["startsAt", "endsAt", "saleOpensAt", "saleClosesAt", "cancelUntil"] as const
export type TimeName = (typeof TIMES)[number]

/** The terms of one performance, as they stand in the fields. */
export type TermsTyping = Record<TimeName, WallTime> & {
  holdMinutes: string
  limitPerUser: string
  /** By area, in the order of the performance's areas. */
  areas: { price: string; capacity: string }[]
}

export type Zoned = { timeZone: string; currency: string }

export function termsTypingOf(
  performance: DeskPerformance,
  { timeZone, currency }: Zoned,
): TermsTyping {
  const at = (name: TimeName) => wallOf(performance[name], timeZone)
  return {
    startsAt: at("startsAt"),
    endsAt: at("endsAt"),
    saleOpensAt: at("saleOpensAt"),
    saleClosesAt: at("saleClosesAt"),
    cancelUntil: at("cancelUntil"),
    holdMinutes: String(performance.holdMinutes),
    limitPerUser: String(performance.limitPerUser),
    areas: performance.areas.map(({ price, capacity }) => ({
      price: typedAmount(price, currency),
      capacity: String(capacity),
    })),
  }
}

/** The area has no seats: its number of places can be chosen. */
export function holdsAnyNumber({ areas }: Pick<DeskPerformance, "areas">): boolean {
  return areas.every(({ kind }) => kind === "standing")
}

type Ids = "performanceId" | "areas"
type Terms = Omit<EditPerformance, Ids> & {
  performanceId: string
  areas: { area: string; price: number; capacity?: number }[]
}

export function readTerms(
  typing: TermsTyping,
  performance: DeskPerformance,
  zoned: Zoned,
): Read<Terms> {
  const wrongs: Wrong[] = []
  const at = (name: TimeName): Instant => readTime(name, { typing, performance, zoned, wrongs })
  const whole = (name: "holdMinutes" | "limitPerUser", max: number) => {
    const number = wholeOf(typing[name], 1, max)
    if (number === null) wrongs.push({ path: name, problem: "out-of-limits" })
    return number ?? 0
  }
  const sent = {
    performanceId: performance.performanceId,
    startsAt: at("startsAt"),
    endsAt: at("endsAt"),
    saleOpensAt: at("saleOpensAt"),
    saleClosesAt: at("saleClosesAt"),
    cancelUntil: at("cancelUntil"),
    holdMinutes: whole("holdMinutes", HOLD_MINUTES_MAX),
    limitPerUser: whole("limitPerUser", LIMIT_PER_USER_MAX),
    areas: readAreas({ typing, performance, zoned, wrongs }),
  }
  if (wrongs.length === 0) wrongs.push(...wrongOrder(sent))
  return wrongs.length > 0 ? { wrongs } : { sent }
}

type Reading = {
  typing: TermsTyping
  performance: DeskPerformance
  zoned: Zoned
  wrongs: Wrong[]
}

/** An untouched time is sent to the millisecond as it was: a field shows minutes only. */
function readTime(name: TimeName, { typing, performance, zoned, wrongs }: Reading): Instant {
  const before = performance[name]
  if (typing[name] === wallOf(before, zoned.timeZone)) return before
  return readWall(typing[name], zoned.timeZone, (problem) => wrongs.push({ path: name, problem }))
}

function wrongOrder(at: Record<TimeName, Instant>): Wrong[] {
  const ms = (name: TimeName) => Date.parse(at[name])
  const wrongs: Wrong[] = []
  if (ms("endsAt") <= ms("startsAt")) {
    wrongs.push({ path: "endsAt", problem: "ends-before-start" })
  }
  if (ms("saleClosesAt") <= ms("saleOpensAt")) {
    wrongs.push({ path: "saleClosesAt", problem: "sale-closes-before-opening" })
  } else if (ms("saleClosesAt") > ms("endsAt")) {
    wrongs.push({ path: "saleClosesAt", problem: "sale-closes-after-end" })
  }
  if (ms("cancelUntil") > ms("startsAt")) {
    wrongs.push({ path: "cancelUntil", problem: "cancel-after-start" })
  }
  return wrongs
}

function readAreas({ typing, performance, zoned, wrongs }: Reading) {
  return performance.areas.map((area: DeskArea, index) => {
    const typed = typing.areas[index]
    const price = amountOf(typed?.price ?? "", zoned.currency)
    if (price === null || price > PRICE_MAX) {
      const problem = price === null ? "not-a-price" : "out-of-limits"
      wrongs.push({ path: `areas.${index}.price`, problem })
    }
    const common = { area: area.area, price: price ?? 0 }
    if (!holdsAnyNumber(performance)) return common
    const capacity = wholeOf(typed?.capacity ?? "", 1, PLACES_PER_PERFORMANCE_MAX)
    if (capacity === null)
      wrongs.push({ path: `areas.${index}.capacity`, problem: "out-of-limits" })
    return { ...common, capacity: capacity ?? 0 }
  })
}
