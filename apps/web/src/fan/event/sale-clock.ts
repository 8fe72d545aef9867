import type { EventDetail, PerformanceOnSale, SaleState } from "@podo/contract/catalog"

/** The state of the sale at this moment of the server's clock, whenever the answer about it was written. */
export function saleStateAt(performance: PerformanceOnSale, nowMs: number): SaleState {
  if (performance.cancelled || nowMs >= Date.parse(performance.saleClosesAt)) return "closed"
  if (nowMs < Date.parse(performance.saleOpensAt)) return "scheduled"
  return performance.remaining > 0 ? "open" : "sold-out"
}

export function eventAt(event: EventDetail, nowMs: number): EventDetail {
  const performances = event.performances.map((performance) => ({
    ...performance,
    saleState: saleStateAt(performance, nowMs),
  }))
  return { ...event, performances }
}

/** When the next of its sales opens or closes; undefined when none will. */
export function nextTurnMs({ performances }: EventDetail, nowMs: number): number | undefined {
  const turns = performances
    .flatMap(({ saleOpensAt, saleClosesAt }) => [saleOpensAt, saleClosesAt])
    .map((instant) => Date.parse(instant))
    .filter((turnMs) => turnMs > nowMs)
  return turns.length === 0 ? undefined : Math.min(...turns)
}
