import type { PricedArea } from "@podo/catalog/sale-terms.queries"
import { Area } from "@podo/contract/ids"
import * as fc from "fast-check"
import type { MadePlace, Wish } from "./best-places-model.ts"
import { type HallPlan, STANDING_PER_RUN } from "../hall-runs.ts"

const PITCH = 100
const AISLE = 400
const PRICES = [30_000, 50_000, 90_000]

const seat = fc.record({
  kind: fc.oneof(
    { weight: 9, arbitrary: fc.constant("ordinary" as const) },
    { weight: 1, arbitrary: fc.constantFrom("wheelchair" as const, "companion" as const) },
  ),
  hasAisle: fc.nat(9).map((dice) => dice === 0),
})

const area = fc.record({
  price: fc.constantFrom(...PRICES),
  standing: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 150 }) },
  ),
  rows: fc.array(fc.array(seat, { minLength: 3, maxLength: 16 }), { minLength: 1, maxLength: 6 }),
  shift: fc.integer({ min: -300, max: 900 }),
})

/** Halls of a few rows with aisles anywhere, some of them for standing, sold to any degree. */
export const madeUpHall = fc
  .record({
    areas: fc.array(area, { minLength: 1, maxLength: 3 }),
    soldPercent: fc.constantFrom(0, 15, 30, 45, 60, 75, 90),
    dice: fc.array(fc.nat(99), { minLength: 40, maxLength: 40 }),
  })
  .map(({ areas, soldPercent, dice }) => {
    const hall: MadePlace[] = []
    const priced: PricedArea[] = []
    const seats: HallPlan["seats"] = []
    // A few dice for any hall, thrown again and again at different steps.
    const isOpen = (place: number) =>
      ((dice[place % 40] ?? 0) + (dice[(place * 7 + 3) % 40] ?? 0) * place) % 100 >= soldPercent
    for (const [index, { price, standing, rows, shift }] of areas.entries()) {
      const name = `area-${index}`
      const firstPlace = hall.length
      const add = (kind: MadePlace["kind"], goesOn: boolean) => {
        const place = hall.length
        hall.push({ place, area: name, price, kind, isOpen: isOpen(place), goesOn })
        return place
      }
      for (let at = 0; at < standing; at++) add("ordinary", at % STANDING_PER_RUN > 0)
      for (const [row, line] of standing > 0 ? [] : rows.entries()) {
        let x = shift
        for (const [at, { kind, hasAisle }] of line.entries()) {
          x += hasAisle ? AISLE : PITCH
          seats.push({
            place: add(kind, at > 0 && !hasAisle),
            rowName: String(row),
            x,
            y: 500 + index * 2_000 + row * 120,
            wheelchair: kind === "wheelchair",
            companion: kind === "companion",
          })
        }
      }
      const capacity = hall.length - firstPlace
      priced.push({ area: Area.parse(name), firstPlace, capacity, price })
    }
    const plan: HallPlan = { width: 100, stage: [], outlines: new Map(), seats }
    return { hall, plan, areas: priced }
  })

const mostlyNothing = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })

export const wish: fc.Arbitrary<Wish> = fc
  .record({
    quantity: fc.integer({ min: 1, max: 8 }),
    area: mostlyNothing(fc.constantFrom("area-0", "area-1")),
    price: mostlyNothing(fc.constantFrom(...PRICES)),
    priceMax: mostlyNothing(fc.constantFrom(...PRICES, 60_000)),
  })
  .map(({ quantity, area: named, price, priceMax }) => ({
    quantity,
    ...(named !== undefined && { area: named }),
    ...(price !== undefined && { price }),
    ...(priceMax !== undefined && { priceMax }),
  }))

/** Some of the places for wheelchairs: the others come along. */
export const wishWithWheelchairs: fc.Arbitrary<Wish> = fc
  .tuple(wish, fc.integer({ min: 1, max: 3 }), fc.nat(2))
  .map(([asked, wheelchairs, others]) => ({
    ...asked,
    wheelchairs,
    quantity: wheelchairs + others,
  }))
