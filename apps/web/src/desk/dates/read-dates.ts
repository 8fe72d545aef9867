import type { Hall } from "@podo/contract/hall"
import type { FieldProblem } from "@podo/words/desk-problem"
import type { Wrong } from "../field-problems.ts"
import { amountOf } from "../money-typing.ts"
import {
  instantOf,
  isSkipped,
  isZone,
  laterByMinutes,
  minutesBetween,
  type WallTime,
} from "../zoned-time.ts"
import type { DatesAsked } from "./dates-asked.ts"
import { capacityTyped, type DatesTyping, isGround, priceKeyOf } from "./dates-typing.ts"
import {
  cancelMinutesOfRun,
  cancelUntilOf,
  closingMinutesOfRun,
  saleClosesAtOf,
} from "./deadlines.ts"

export type DatesForm = DatesAsked & { typed: DatesTyping }

const NO_TIMES = { endsAt: null, saleClosesAt: null, cancelUntil: null }

type Complain = (path: string, problem: FieldProblem) => void

/**
 * The dates as the contract knows them, for `judgeTyped`. A value that cannot be read is null, with all that
 * would be computed from it; `unread` says why, at the path of its field.
 */
export function readDates(form: DatesForm): { dates: object; unread: Wrong[] } {
  const unread: Wrong[] = []
  const complain: Complain = (path, problem) => unread.push({ path: `dates.${path}`, problem })
  const common = {
    hallId: form.hall?.hallId ?? "",
    // Nothing can be priced before a hall is chosen: that is what is wrong then.
    areas: form.hall === null ? null : readAreas(form, form.hall, complain),
  }
  const dates =
    form.kind === "days"
      ? { ...common, run: readRun(form, complain) }
      : { ...common, performances: readPerformances(form, complain) }
  return { dates, unread }
}

function readPerformances({ typed, timeZone }: DatesForm, complain: Complain) {
  const shared = readShared({ typed, timeZone }, complain)
  return typed.performances.map((row, index) => {
    const path = `performances.${index}`
    const startsAt = readWall(row.startsAt, timeZone, (problem) =>
      complain(`${path}.startsAt`, problem),
    )
    const minutes = numberOf(row.minutes)
    if (Number.isNaN(minutes)) complain(`${path}.minutes`, "missing")
    if (startsAt === null || Number.isNaN(minutes)) return { ...NO_TIMES, startsAt, ...shared }
    const endsAt = laterByMinutes(startsAt, minutes)
    return {
      startsAt,
      endsAt,
      saleClosesAt: saleClosesAtOf(typed.closing.performances, startsAt, endsAt),
      cancelUntil: cancelUntilOf(typed.cancelling, startsAt, timeZone),
      ...shared,
    }
  })
}

function readRun({ typed, timeZone }: DatesForm, complain: Complain) {
  const { startsAt, endsAt } = typed.run
  return {
    ...typed.run,
    saleClosesMinutesBeforeEnd: closingMinutesOfRun(
      typed.closing.days,
      minutesBetween(startsAt, endsAt),
    ),
    cancelMinutesBeforeStart: cancelMinutesOfRun(typed.cancelling, startsAt),
    ...readShared({ typed, timeZone }, complain),
  }
}

/** The values that all dates of one form share. */
function readShared(
  { typed, timeZone }: Pick<DatesForm, "typed" | "timeZone">,
  complain: Complain,
) {
  return {
    saleOpensAt: readWall(typed.saleOpensAt, timeZone, (problem) =>
      complain("saleOpensAt", problem),
    ),
    holdMinutes: numberOf(typed.holdMinutes),
    limitPerUser: numberOf(typed.limitPerUser),
  }
}

function readAreas({ typed, kind, currency }: DatesForm, hall: Hall, complain: Complain) {
  return hall.areas.map((area) => {
    const key = priceKeyOf(area, typed.isByArea)
    const price = readPrice(typed.prices[key], currency, (problem) =>
      complain(`prices.${key}`, problem),
    )
    const { area: name } = area
    if (!isGround(hall)) return { area: name, price }
    return { area: name, price, capacity: numberOf(capacityTyped(typed, area, kind)) }
  })
}

export function readPrice(
  typed: string | undefined,
  currency: string,
  complain: (problem: FieldProblem) => void,
): number | null {
  const price = amountOf(typed ?? "", currency)
  if (price === null) complain("not-a-price")
  return price
}

/** Null when it is none. Where the zone is unknown, that is what is wrong. */
export function readWall(
  wall: WallTime,
  timeZone: string,
  complain: (problem: FieldProblem) => void,
): string | null {
  const instant = instantOf(wall, timeZone)
  if (instant === null && isZone(timeZone))
    complain(isSkipped(wall, timeZone) ? "clock-skipped" : "missing")
  return instant
}

/** NaN for what is no whole number: then it is out of any limits. */
export function numberOf(typed: string): number {
  return /^\d{1,7}$/.test(typed) ? Number(typed) : Number.NaN
}

/** The field that asks for what the contract knows by this path: what all dates share is asked once. */
export function datesFieldOf(form: Pick<DatesForm, "typed" | "hall">, path: string): string {
  const [, index = "", name] = /^dates\.(?:performances\.(\d+)|run)\.(\w+)$/.exec(path) ?? []
  switch (name) {
    case "saleOpensAt":
    case "holdMinutes":
    case "limitPerUser":
      return `dates.${name}`
    case "saleClosesAt":
      return "dates.closing.performances"
    case "saleClosesMinutesBeforeEnd":
      return "dates.closing.days"
    case "cancelUntil":
    case "cancelMinutesBeforeStart":
      return "dates.cancelling"
    case "endsAt":
      return index === "" ? path : `dates.performances.${index}.minutes`
    case undefined:
      return areaFieldOf(form, path)
    default:
      return path
  }
}

function areaFieldOf({ typed, hall }: Pick<DatesForm, "typed" | "hall">, path: string): string {
  const [, index, name] = /^dates\.areas\.(\d+)\.(\w+)$/.exec(path) ?? []
  const area = hall?.areas[Number(index)]
  if (area === undefined) return path
  if (name === "capacity") return `dates.capacities.${area.area}`
  return `dates.prices.${priceKeyOf(area, typed.isByArea)}`
}
