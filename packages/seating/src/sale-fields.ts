import type { findSaleTerms, PricedArea } from "@podo/catalog/sale-terms.queries"
import { Area } from "@podo/contract/ids"

type Terms = Awaited<ReturnType<typeof findSaleTerms>>

/** Earlier than any clock: a performance that is cancelled is closed, and not about to open. */
const LONG_AGO = 0

/** The terms in the hash `sale` of a performance, as performance.lua tells of them. */
export function saleFieldsOf(terms: Terms, areas: PricedArea[]): Record<string, string | number> {
  const isCancelled = terms.cancelledAt !== null
  return {
    opensAt: isCancelled ? LONG_AGO : terms.saleOpensAt.getTime(),
    closesAt: isCancelled ? LONG_AGO : terms.saleClosesAt.getTime(),
    limitPerUser: terms.limitPerUser,
    holdMs: terms.holdSeconds * 1000,
    currency: terms.currency,
    places: terms.capacity,
    waitingRoom: Number(terms.waitingRoom),
    version: terms.version,
    levels: levelsOf(areas).join(","),
    areas: areas
      .map(({ area, firstPlace, capacity, price }) =>
        [area, firstPlace, firstPlace + capacity - 1, price].join(":"),
      )
      .join(" "),
  }
}

/** The areas in the field `areas` of that hash. */
export function areasIn(text: string): PricedArea[] {
  return text.split(" ").map((words) => {
    const [area, ...numbers] = words.split(":")
    const [firstPlace = 0, last = 0, price = 0] = numbers.map(Number)
    return { area: Area.parse(area), firstPlace, capacity: last - firstPlace + 1, price }
  })
}

/** Each price once, from the lowest: a grade, to who asks for the best places of one. */
export const levelsOf = (areas: PricedArea[]): number[] =>
  [...new Set(areas.map(({ price }) => price))].toSorted((one, other) => one - other)

const OPEN_OF_AREA = "open:"

/** The open places of each area, as that hash counts them. */
export const openIn = (sale: Record<string, string>) =>
  new Map<string, number>(
    Object.entries(sale).flatMap(([field, count]) =>
      field.startsWith(OPEN_OF_AREA) ? [[field.slice(OPEN_OF_AREA.length), Number(count)]] : [],
    ),
  )
