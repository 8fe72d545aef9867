import type { AreaTerms, Dates } from "@podo/contract/desk-performance"
import type { Hall } from "@podo/contract/hall"
import {
  DAYS_PER_RUN_MAX,
  HOLD_MINUTES_MAX,
  LIMIT_PER_USER_MAX,
  PERFORMANCE_HOURS_MAX,
  PLACES_PER_PERFORMANCE_MAX,
  PRICE_MAX,
} from "@podo/contract/limits"
import type { FieldProblem } from "@podo/words/desk-problem"
import type { Wrong } from "../field-problems.ts"
import { amountOf } from "../money-typing.ts"
import {
  daysBetween,
  instantOf,
  isDay,
  isSkipped,
  isZone,
  laterByMinutes,
  minutesBetween,
  type WallTime,
} from "../zoned-time.ts"
import {
  capacityTyped,
  type DatesKind,
  type DatesTyping,
  isGround,
  priceKeyOf,
} from "./dates-typing.ts"
import {
  cancelMinutesOfRun,
  cancelUntilOf,
  closingMinutesOfRun,
  saleClosesAtOf,
} from "./deadlines.ts"

/** Null as long as no hall is chosen: then there is nothing to price, and the rest can be looked at. */
type ChosenHall = Hall | null

export type DatesForm = {
  typing: DatesTyping
  kind: DatesKind
  hall: ChosenHall
  timeZone: string
  currency: string
}

type Performances = Extract<Dates, { performances: unknown }>["performances"]
type Run = Extract<Dates, { run: unknown }>["run"]

/** The dates as they are sent; and what is wrong with them that can be seen from here. */
export function readDates(form: DatesForm): { dates: Dates; wrongs: Wrong[] } {
  const wrongs: Wrong[] = []
  const wrong = (path: string, problem: FieldProblem) => wrongs.push({ path, problem })
  if (form.hall === null) wrong("dates.hallId", "missing")
  const areas = form.hall === null ? [] : readAreas(form, form.hall, wrong)
  const common = { hallId: (form.hall?.hallId ?? "") as Hall["hallId"], areas }
  const dates: Dates =
    form.kind === "days"
      ? { ...common, run: readRun(form, wrong) }
      : { ...common, performances: readPerformances(form, wrong) }
  return { dates, wrongs }
}

type Complain = (path: string, problem: FieldProblem) => void

function readPerformances({ typing, timeZone }: DatesForm, wrong: Complain): Performances {
  const terms = readTerms({ typing, timeZone }, wrong)
  return typing.rows.map((row, index) => {
    const path = `dates.performances.${index}`
    const startsAt = readWall(row.startsAt, timeZone, (problem) =>
      wrong(`${path}.startsAt`, problem),
    )
    const minutes = wholeOf(row.minutes, 1, PERFORMANCE_HOURS_MAX * 60)
    if (minutes === null) wrong(`${path}.endsAt`, "out-of-limits")
    const endsAt = startsAt && laterByMinutes(startsAt, minutes ?? 0)
    const saleClosesAt = startsAt && saleClosesAtOf(typing.closing.performances, startsAt, endsAt)
    if (startsAt && terms.saleOpensAt && saleClosesAt <= terms.saleOpensAt) {
      wrong("dates.saleOpensAt", "sale-closes-before-opening")
    }
    const cancelUntil = startsAt && cancelUntilOf(typing.cancelling, startsAt, timeZone)
    return { startsAt, endsAt, saleClosesAt, cancelUntil, ...terms }
  })
}

function readRun({ typing, timeZone }: DatesForm, wrong: Complain): Run {
  const { firstDay, lastDay, opensAt, closesAt } = typing.run
  for (const [name, day] of [
    ["firstDay", firstDay],
    ["lastDay", lastDay],
  ] as const) {
    if (!isDay(day)) wrong(`dates.run.${name}`, "missing")
  }
  for (const [name, clock] of [
    ["startsAt", opensAt],
    ["endsAt", closesAt],
  ] as const) {
    if (clock === "") wrong(`dates.run.${name}`, "missing")
  }
  const days = daysBetween(firstDay, lastDay)
  if (days !== null && days < 1) wrong("dates.run.lastDay", "run-ends-before-start")
  if (days !== null && days > DAYS_PER_RUN_MAX) wrong("dates.run.lastDay", "run-too-long")
  const lengthMinutes = minutesBetween(opensAt, closesAt)
  return {
    firstDay,
    lastDay,
    startsAt: opensAt,
    endsAt: closesAt,
    saleClosesMinutesBeforeEnd: closingMinutesOfRun(typing.closing.days, lengthMinutes),
    cancelMinutesBeforeStart: cancelMinutesOfRun(typing.cancelling, opensAt),
    ...readTerms({ typing, timeZone }, wrong),
  }
}

/** The values that all dates of one form share. */
function readTerms({ typing, timeZone }: Pick<DatesForm, "typing" | "timeZone">, wrong: Complain) {
  const holdMinutes = wholeOf(typing.holdMinutes, 1, HOLD_MINUTES_MAX)
  const limitPerUser = wholeOf(typing.limitPerUser, 1, LIMIT_PER_USER_MAX)
  if (holdMinutes === null) wrong("dates.holdMinutes", "out-of-limits")
  if (limitPerUser === null) wrong("dates.limitPerUser", "out-of-limits")
  return {
    saleOpensAt: readWall(typing.saleOpensAt, timeZone, (problem) =>
      wrong("dates.saleOpensAt", problem),
    ),
    holdMinutes: holdMinutes ?? 0,
    limitPerUser: limitPerUser ?? 0,
  }
}

function readAreas(
  { typing, kind, currency }: DatesForm,
  hall: Hall,
  wrong: Complain,
): AreaTerms[] {
  return hall.areas.map((area) => {
    const key = priceKeyOf(area, typing.isByArea)
    const price = amountOf(typing.prices[key] ?? "", currency)
    if (price === null || price > PRICE_MAX) {
      wrong(`dates.prices.${key}`, price === null ? "not-a-price" : "out-of-limits")
    }
    if (!isGround(hall)) return { area: area.area, price: price ?? 0 }
    const capacity = wholeOf(capacityTyped(typing, area, kind), 1, PLACES_PER_PERFORMANCE_MAX)
    if (capacity === null) wrong(`dates.capacities.${area.area}`, "out-of-limits")
    return { area: area.area, price: price ?? 0, capacity: capacity ?? 0 }
  })
}

/** Empty when it is none: then the form is not sent. Where the zone is unknown, that is what is wrong. */
export function readWall(
  wall: WallTime,
  timeZone: string,
  wrong: (problem: FieldProblem) => void,
): string {
  const instant = instantOf(wall, timeZone)
  if (instant === null && isZone(timeZone))
    wrong(isSkipped(wall, timeZone) ? "clock-skipped" : "missing")
  return instant ?? ""
}

export function wholeOf(typed: string, min: number, max: number): number | null {
  const number = /^\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN
  return number >= min && number <= max ? number : null
}

/** The field that asks for what the server calls by this path: what all dates share is asked once. */
export function datesFieldOf({ typing, hall }: Pick<DatesForm, "typing" | "hall">, path: string) {
  const shared = /^dates\.(?:performances\.\d+|run)\.(\w+)$/.exec(path)?.[1]
  switch (shared) {
    case "saleOpensAt":
    case "holdMinutes":
    case "limitPerUser":
    case "saleClosesAt":
    case "cancelUntil":
      return `dates.${shared}`
    case "saleClosesMinutesBeforeEnd":
      return "dates.saleClosesAt"
    case "cancelMinutesBeforeStart":
      return "dates.cancelUntil"
    case undefined:
      return areaFieldOf({ typing, hall }, path)
    default:
      return path
  }
}

function areaFieldOf({ typing, hall }: Pick<DatesForm, "typing" | "hall">, path: string): string {
  const [, index, name] = /^dates\.areas\.(\d+)\.(\w+)$/.exec(path) ?? []
  const area = hall?.areas[Number(index)]
  if (area === undefined) return path
  if (name === "capacity") return `dates.capacities.${area.area}`
  return `dates.prices.${priceKeyOf(area, typing.isByArea)}`
}
