import { createHash, createHmac } from "node:crypto"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { DRAW_HEX_DIGITS } from "@podo/contract/limits"

/**
 * A draw as text: 13 hex digits. The key is the seed's text, not the bytes that it spells, so that
 * `openssl dgst -sha256 -hmac` says the same.
 */
export function drawOf(seed: string, performanceId: PerformanceId, userId: UserId): string {
  const hmac = createHmac("sha256", seed).update(`${performanceId}:${userId}`)
  return hmac.digest("hex").slice(0, DRAW_HEX_DIGITS)
}

/** The commitment to a seed, published from the start: a reader of it notices when another seed is shown later. */
export function seedHashOf(seed: string): string {
  return createHash("sha256").update(seed).digest("hex")
}
