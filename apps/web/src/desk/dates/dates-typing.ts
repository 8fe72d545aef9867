import type { Hall, HallArea } from "@podo/contract/hall"
import { STANDING_PLACES_A_DAY } from "@podo/contract/limits"
import { laterByDays, nextHour, type WallTime } from "../zoned-time.ts"

export type DatesKind = "performances" | "days"

/** One performance: when it starts, and for how long. */
export type Row = { startsAt: WallTime; minutes: string }

/** Counted from the start or the end of a performance, in minutes. */
export const CLOSINGS = [
  "start:0",
  "start:30",
  "start:60",
  "start:180",
  "start:1440",
  "end:60",
  "end:0",
] as const
export type Closing = (typeof CLOSINGS)[number]

export const CANCELLINGS = [
  "start:0",
  "start:60",
  "day-before",
  "start:4320",
  "start:10080",
] as const
export type Cancelling = (typeof CANCELLINGS)[number]

/** "day-before" means at this time. */
export const DAY_BEFORE_CLOCK = "17:00"

/** The typed dates and prices, as they stand in the fields; their paths begin with `dates.` in a form. */
export type DatesTyping = {
  /** Empty as long as none is chosen. */
  hallId: string
  performances: Row[]
  run: { firstDay: string; lastDay: string; startsAt: string; endsAt: string }
  saleOpensAt: WallTime
  closing: Record<DatesKind, Closing>
  cancelling: Cancelling
  holdMinutes: string
  limitPerUser: string
  isByArea: boolean
  /** By `priceKeyOf`. */
  prices: Record<string, string>
  /** By area; what is missing is as by default. */
  capacities: Record<string, string>
}

/** The part of a form that DatesFields asks for. */
export type WithDates = { dates: DatesTyping }

export function freshDates(timeZone: string): DatesTyping {
  return {
    hallId: "",
    performances: [{ startsAt: "", minutes: "150" }],
    run: { firstDay: "", lastDay: "", startsAt: "11:00", endsAt: "22:00" },
    saleOpensAt: nextHour(timeZone),
    closing: { performances: "start:60", days: "end:60" },
    cancelling: "day-before",
    holdMinutes: "5",
    limitPerUser: "4",
    isByArea: false,
    prices: {},
    capacities: {},
  }
}

/** One more, as long as the last. */
export const rowAfter = (rows: Row[]): Row => ({
  startsAt: "",
  minutes: rows.at(-1)?.minutes ?? "150",
})

/** The same a day later. */
export const copyOf = (row: Row): Row => ({ ...row, startsAt: laterByDays(row.startsAt, 1) })

/** The area has no seats: how many places it holds can be chosen. */
export function isGround(hall: Hall): boolean {
  return hall.areas.every(({ kind }) => kind === "standing")
}

export function hasSharedGrades(hall: Hall): boolean {
  const grades = hall.areas.flatMap(({ grade }) => (grade === null ? [] : [grade]))
  return new Set(grades).size < grades.length
}

/** Areas of one grade are asked for once, unless somebody wants to tell them apart. */
export function priceKeyOf(area: HallArea, isByArea: boolean): string {
  return isByArea || area.grade === null ? `area-${area.area}` : `grade-${keyOfGrade(area.grade)}`
}

/** Grades are called as their house likes; a dot or a bracket would be read as part of a path. */
const keyOfGrade = (grade: string) =>
  Array.from(grade, (char) => char.codePointAt(0)?.toString(36)).join("-")

export type PriceGroup = { key: string; areas: HallArea[] }

export function priceGroupsOf(hall: Hall, isByArea: boolean): PriceGroup[] {
  const groups = Map.groupBy(hall.areas, (area) => priceKeyOf(area, isByArea))
  return [...groups].map(([key, areas]) => ({ key, areas }))
}

/** The values of the fields before anybody types. */
export function usualCapacity(area: HallArea, kind: DatesKind): string {
  return String(kind === "days" ? STANDING_PLACES_A_DAY : area.capacity)
}

export function capacityTyped(typing: DatesTyping, area: HallArea, kind: DatesKind): string {
  return typing.capacities[area.area] ?? usualCapacity(area, kind)
}

/** Null as long as a number of places is half typed. */
export function placesADate(typing: DatesTyping, hall: Hall, kind: DatesKind): number | null {
  if (!isGround(hall)) return hall.capacity
  const places = hall.areas.map((area) => Number(capacityTyped(typing, area, kind) || Number.NaN))
  const sum = places.reduce((all, each) => all + each, 0)
  return Number.isNaN(sum) ? null : sum
}
