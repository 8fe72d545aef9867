import type { EventCard } from "@podo/contract/catalog"
import type { PerformanceId } from "@podo/contract/ids"
import type { ListedEvent } from "./listed-page.ts"
import { saleStateOf, saleStateOfAll } from "./sale-state.ts"

/** A card as it is at this moment, for somebody who has booked nothing. */
export function cardOf(
  event: ListedEvent,
  open: ReadonlyMap<PerformanceId, number>,
  now: Date,
): EventCard {
  const { position: _, sales, ...facts } = event
  const states = sales.map((sale) => {
    const remaining = open.get(sale.performanceId) ?? 0
    const [saleOpensAt, saleClosesAt] = [new Date(sale.opensAt), new Date(sale.closesAt)]
    const window = { saleOpensAt, saleClosesAt, cancelledAt: null, remaining }
    return { opensAt: sale.opensAt, remaining, state: saleStateOf(window, now) }
  })
  const toOpen = states.filter(({ state }) => state === "scheduled").map(({ opensAt }) => opensAt)
  return {
    ...facts,
    remaining: states
      // A performance that is over cannot be had any more, and does not count as left.
      .filter(({ state }) => state !== "closed")
      .reduce((sum, { remaining }) => sum + remaining, 0),
    saleState: saleStateOfAll(states.map(({ state }) => state)),
    saleOpensAt: toOpen.length > 0 ? new Date(Math.min(...toOpen)).toISOString() : null,
    mine: false,
  }
}
