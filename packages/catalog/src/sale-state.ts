import type { SaleState } from "@podo/contract/catalog"

type Window = { saleOpensAt: Date; saleClosesAt: Date; cancelledAt: Date | null; remaining: number }

export function saleStateOf(
  { saleOpensAt, saleClosesAt, cancelledAt, remaining }: Window,
  now: Date,
): SaleState {
  if (cancelledAt || now >= saleClosesAt) return "closed"
  if (now < saleOpensAt) return "scheduled"
  return remaining > 0 ? "open" : "sold-out"
}

const mostWelcomeFirst: SaleState[] = ["open", "scheduled", "sold-out", "closed"]

/** An event is as open as the most open of its performances. */
export const saleStateOfAll = (states: SaleState[]): SaleState =>
  mostWelcomeFirst.find((state) => states.includes(state)) ?? "closed"
