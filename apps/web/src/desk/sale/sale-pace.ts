import type { Sale } from "@podo/contract/desk-sale"
import { serverNowMs } from "../../api/server-clock.ts"

const POLL_MS = 2_500
const CALM_POLL_MS = 15_000
const CANCELLING_POLL_MS = 1_500

type Pace = Pick<Sale, "publishedAt" | "bookings" | "held"> & {
  performance: Pick<Sale["performance"], "cancelledAt" | "saleState" | "saleOpensAt">
}

/** How long until the sale is asked for again; false when nothing happens to it. */
export function pollMsOf(sale: Pace | undefined, nowMs = serverNowMs()): number | false {
  if (sale === undefined) return POLL_MS
  const { publishedAt, performance, bookings, held } = sale
  if (publishedAt === null) return false
  if (performance.cancelledAt !== null) return bookings > 0 ? CANCELLING_POLL_MS : false
  switch (performance.saleState) {
    case "open":
    case "sold-out":
      return POLL_MS
    case "scheduled": {
      const untilOpening = Date.parse(performance.saleOpensAt) - nowMs
      return Math.max(POLL_MS, Math.min(untilOpening, CALM_POLL_MS))
    }
    case "closed":
      // Whoever holds places may still book them.
      return held === 0 ? CALM_POLL_MS : POLL_MS
  }
}
