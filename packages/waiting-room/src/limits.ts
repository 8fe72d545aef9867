import type { UserId } from "@podo/contract/ids"
import type { Redis } from "@podo/redis/connect"
import { isUnshared, type RateLimit, spend, spendHere } from "@podo/redis/rate-limit"

const MINUTE_SECONDS = 60
const HOUR_SECONDS = 3_600

/** How often a line may be entered and left. A person in line keeps the place, however often they are refused. */
export const limits = {
  /** Every second one: nobody who reloads in a dozen tabs meets it, and whoever does waits for a minute at most. */
  entersPerAccount: { name: "enter-account", times: 60, seconds: MINUTE_SECONDS },
  /**
   * Ten a second: a carrier or a hall may have some thousands of people behind one address, and all of them are in
   * line within minutes. A script with a thousand accounts of its own has no burst, but stands among them.
   */
  entersPerAddress: { name: "enter-address", times: 600, seconds: MINUTE_SECONDS },
  /**
   * In a lobby with a draw each leaving and each entering again writes 13 bytes that stay until the opening: an
   * account can write 312 of them an hour, 52 kB in the longest lobby of a week. Redis holds 512 MB in one string:
   * 10,000 accounts that do nothing else for a week fill it.
   */
  leavesPerAccount: { name: "leave-account", times: 12, seconds: HOUR_SECONDS },
} as const satisfies Record<string, RateLimit>

/**
 * Before somebody enters a line. Refuses with TOO_MANY_REQUESTS. Each process counts for itself: to enter twice is
 * no gain that Redis would have to be asked about, and with asking, entering would cost twice as much.
 */
export function countEnter(userId: UserId, address: string): void {
  spendHere(limits.entersPerAccount, userId)
  if (!isUnshared(address)) spendHere(limits.entersPerAddress, address)
}

/** Before somebody leaves a line. Refuses with TOO_MANY_REQUESTS. */
export async function countLeave(redis: Redis, userId: UserId) {
  await spend(redis, limits.leavesPerAccount, userId)
}
