import { type DeskPerformance, EditPerformance } from "@podo/contract/desk-performance"
import { numberOf, readPrice, readWall } from "../dates/read-dates.ts"
import type { Wrong } from "../field-problems.ts"
import { judgeTyped } from "../judge-typed.ts"
import { typedAmount } from "../money-typing.ts"
import type { Meanwhile } from "../use-desk-form.ts"
import { wallOf, type WallTime } from "../zoned-time.ts"

export const TIMES = ["startsAt", "endsAt", "saleOpensAt", "saleClosesAt", "cancelUntil"] as const
export type TimeName = (typeof TIMES)[number]

/** The terms of one performance, as they stand in the fields. */
export type TermsTyping = Record<TimeName, WallTime> & {
  holdMinutes: string
  limitPerUser: string
  etag: string
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
    etag: performance.etag,
    areas: performance.areas.map(({ price, capacity }) => ({
      price: typedAmount(price, currency),
      capacity: String(capacity),
    })),
  }
}

/** The performance as somebody else has saved it meanwhile, of which the history's names tell. */
export function termsMeanwhile(performance: DeskPerformance, { now, etag }: Meanwhile) {
  const areas = performance.areas.map((area) => ({
    ...area,
    price: Number(now[`areas.${area.area}.price`]),
    capacity: Number(now[`areas.${area.area}.capacity`]),
  }))
  return { ...performance, ...(now as Partial<DeskPerformance>), areas, etag }
}

/** The area has no seats: its number of places can be chosen. */
export function holdsAnyNumber({ areas }: Pick<DeskPerformance, "areas">): boolean {
  return areas.every(({ kind }) => kind === "standing")
}

/** All terms, held against the contract. */
export function judgeTerms(typed: TermsTyping, performance: DeskPerformance, zoned: Zoned) {
  const unread: Wrong[] = []
  const at = (name: TimeName) => readTime(name, { typed, performance, zoned, unread })
  const terms = {
    performanceId: performance.performanceId,
    etag: typed.etag,
    startsAt: at("startsAt"),
    endsAt: at("endsAt"),
    saleOpensAt: at("saleOpensAt"),
    saleClosesAt: at("saleClosesAt"),
    cancelUntil: at("cancelUntil"),
    holdMinutes: numberOf(typed.holdMinutes),
    limitPerUser: numberOf(typed.limitPerUser),
    areas: readAreas({ typed, performance, zoned, unread }),
  }
  return judgeTyped(EditPerformance, terms, unread)
}

type Reading = {
  typed: TermsTyping
  performance: DeskPerformance
  zoned: Zoned
  unread: Wrong[]
}

/** An untouched time is sent to the millisecond as it was: a field shows minutes only. */
function readTime(name: TimeName, { typed, performance, zoned, unread }: Reading) {
  const before = performance[name]
  if (typed[name] === wallOf(before, zoned.timeZone)) return before
  return readWall(typed[name], zoned.timeZone, (problem) => unread.push({ path: name, problem }))
}

function readAreas({ typed, performance, zoned, unread }: Reading) {
  return performance.areas.map(({ area }, index) => {
    const { price = "", capacity = "" } = typed.areas[index] ?? {}
    const common = {
      area,
      price: readPrice(price, zoned.currency, (problem) =>
        unread.push({ path: `areas.${index}.price`, problem }),
      ),
    }
    return holdsAnyNumber(performance) ? { ...common, capacity: numberOf(capacity) } : common
  })
}
