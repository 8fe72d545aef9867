import type { DeskPerformance } from "@podo/contract/desk-performance"
import type { Hall } from "@podo/contract/hall"
import { typedAmount } from "../money-typing.ts"
import { type DatesTyping, isGround, priceGroupsOf, priceKeyOf } from "./dates-typing.ts"

type Terms = Pick<
  DatesTyping,
  "holdMinutes" | "limitPerUser" | "isByArea" | "prices" | "capacities"
>

/** The prices and terms of a performance of the same hall, as they would be typed. */
export function termsLike(like: DeskPerformance, hall: Hall, currency: string): Terms {
  const priceOf = new Map(like.areas.map(({ area, price }) => [area, price]))
  const isByArea = priceGroupsOf(hall, false).some(
    ({ areas }) => new Set(areas.map(({ area }) => priceOf.get(area))).size > 1,
  )
  const prices = hall.areas.flatMap((area) => {
    const price = priceOf.get(area.area)
    return price === undefined
      ? []
      : [[priceKeyOf(area, isByArea), typedAmount(price, currency)] as const]
  })
  return {
    holdMinutes: String(like.holdMinutes),
    limitPerUser: String(like.limitPerUser),
    isByArea,
    prices: Object.fromEntries(prices),
    capacities: isGround(hall)
      ? Object.fromEntries(like.areas.map(({ area, capacity }) => [area, String(capacity)]))
      : {},
  }
}
