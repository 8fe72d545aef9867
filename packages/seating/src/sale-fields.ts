import type { findSaleTerms, PricedArea } from "@podo/catalog/sale-terms.queries"

type Terms = Awaited<ReturnType<typeof findSaleTerms>>

/** Earlier than any clock: a performance that is cancelled is closed, and not about to open. */
const LONG_AGO = 0

/** The hash `sale` of a performance, as performance.lua tells of it. */
export function saleFieldsOf(terms: Terms, areas: PricedArea[]): Record<string, string | number> {
  const isCancelled = terms.cancelledAt !== null
  const fields: Record<string, string | number> = {
    opensAt: isCancelled ? LONG_AGO : terms.saleOpensAt.getTime(),
    closesAt: isCancelled ? LONG_AGO : terms.saleClosesAt.getTime(),
    limitPerUser: terms.limitPerUser,
    holdMs: terms.holdSeconds * 1000,
    currency: terms.currency,
    places: terms.capacity,
    waitingRoom: Number(terms.waitingRoom),
    version: terms.version,
    levels: levelsOf(areas).join(","),
  }
  for (const { area, firstPlace, capacity, price } of areas) {
    fields[`first:${area}`] = firstPlace
    fields[`last:${area}`] = firstPlace + capacity - 1
    fields[`price:${area}`] = price
  }
  return fields
}

/** Each price once, from the lowest: a grade, to who asks for the best places of one. */
export const levelsOf = (areas: PricedArea[]): number[] =>
  [...new Set(areas.map(({ price }) => price))].toSorted((one, other) => one - other)
