import type { Hall, HallArea } from "@podo/contract/hall"
import { STANDING_PLACES_A_DAY } from "@podo/contract/limits"
import { laterByDays, nextHour, type WallTime } from "../zoned-time.ts"

export type DatesKind = "performances" | "days"

export type Row = { key: number; startsAt: WallTime; minutes: string }

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

/** The typed dates and prices, as they stand in the fields. */
export type DatesTyping = {
  rows: Row[]
  run: { firstDay: string; lastDay: string; opensAt: string; closesAt: string }
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

export function freshDates(timeZone: string): DatesTyping {
  return {
    rows: [{ key: 0, startsAt: "", minutes: "150" }],
    run: { firstDay: "", lastDay: "", opensAt: "11:00", closesAt: "22:00" },
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

const nextKey = (rows: Row[]) => Math.max(-1, ...rows.map(({ key }) => key)) + 1

export function withRow(rows: Row[]): Row[] {
  return [...rows, { key: nextKey(rows), startsAt: "", minutes: rows.at(-1)?.minutes ?? "150" }]
}

/** The same a day later, right below. */
export function withCopyOf(rows: Row[], row: Row): Row[] {
  const copy = { ...row, key: nextKey(rows), startsAt: laterByDays(row.startsAt, 1) }
  return rows.flatMap((each) => (each.key === row.key ? [each, copy] : [each]))
}

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
  return isByArea || area.grade === null ? `area.${area.area}` : `grade.${area.grade}`
}

export type PriceGroup = { key: string; areas: HallArea[] }

export function priceGroupsOf(hall: Hall, isByArea: boolean): PriceGroup[] {
  const groups = Map.groupBy(hall.areas, (area) => priceKeyOf(area, isByArea))
  return [...groups].map(([key, areas]) => ({ key, areas }))
}

/** The values of the fields before anybody types. */
function usualCapacity(area: HallArea, kind: DatesKind): string {
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
