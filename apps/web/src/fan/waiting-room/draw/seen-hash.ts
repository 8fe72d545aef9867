const keyOf = (performanceId: string) => `podo.seed-hash.${performanceId}`

/**
 * The hash of a draw's seed that this browser was shown first, on whichever visit: a seed that is changed afterwards
 * is noticed by everybody who has looked.
 */
export function hashSeenFirst(performanceId: string, seedHash: string): string {
  const key = keyOf(performanceId)
  const seen = localStorage.getItem(key)
  if (seen !== null) return seen
  localStorage.setItem(key, seedHash)
  return seedHash
}
