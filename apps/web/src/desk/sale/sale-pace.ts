import type { Sale } from "@podo/contract/desk-sale"
import { serverNowMs } from "../../app/api/server-clock.ts"

const POLL_MS = 2_500
const CALM_POLL_MS = 15_000
const CANCELLING_POLL_MS = 1_500
// Browsers take a longer wait for none at all.
const TURN_MAX_MS = 3_600_000
const TURN_MIN_MS = 1_000

type Pace = Pick<Sale, "publishedAt" | "bookings" | "held"> & {
  performance: Pick<
    Sale["performance"],
    "cancelledAt" | "saleState" | "saleOpensAt" | "saleClosesAt"
  >
}

type Now = {
  /** News come of whatever people do. */
  isLive?: boolean
  nowMs?: number
}

/** How long until the sale is asked for again, unless news come before; false when nothing happens to it. */
export function pollMsOf(
  sale: Pace | undefined,
  { isLive = false, nowMs = serverNowMs() }: Now = {},
): number | false {
  if (sale === undefined) return POLL_MS
  const { publishedAt, performance, bookings, held } = sale
  if (publishedAt === null) return false
  if (isLive && held !== null) return untilTurn(performance, nowMs)
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
      // Held places may still be booked.
      return held === 0 ? CALM_POLL_MS : POLL_MS
  }
}

/** A sale opens and closes by the clock, of which no news come. */
function untilTurn(performance: Pace["performance"], nowMs: number): number | false {
  const { cancelledAt, saleState, saleOpensAt, saleClosesAt } = performance
  if (cancelledAt !== null || saleState === "closed") return false
  const turn = Date.parse(saleState === "scheduled" ? saleOpensAt : saleClosesAt)
  return Math.max(TURN_MIN_MS, Math.min(turn - nowMs, TURN_MAX_MS))
}
