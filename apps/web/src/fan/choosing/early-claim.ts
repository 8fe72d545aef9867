import { refusalOf } from "../../app/api/refusals.ts"
import { serverNowMs } from "../../app/api/server-clock.ts"

const EARLY_MAX_MS = 1_000
const TRIES_MAX = 8
const AGAIN_AFTER_MS = 80

/** The sale opens within the second: worth asking again in silence, for a person cannot press so well. */
export function isJustTooEarly(
  failures: number,
  error: unknown,
  nowMs: number = serverNowMs(),
): boolean {
  const opensMs = opensAtMs(error)
  return opensMs !== undefined && opensMs - nowMs <= EARLY_MAX_MS && failures < TRIES_MAX
}

/** Not sooner than the page believes that it opens, and a little later each time that it was wrong. */
export function untilSaleMs(error: unknown, nowMs: number = serverNowMs()): number {
  return Math.max(AGAIN_AFTER_MS, (opensAtMs(error) ?? nowMs) - nowMs)
}

function opensAtMs(error: unknown): number | undefined {
  const refusal = refusalOf(error)
  return refusal?.code === "SALE_NOT_OPEN" ? Date.parse(refusal.opensAt) : undefined
}
