import type { News } from "@podo/contract/live"

/** A loss brings a crowd to read the places: what else is told of a performance comes when that is through. */
const AFTER_PLACES_MS = 1_000
/** An answer from so long before the news began is read again. */
const OLD_MS = 5_000

type Read = {
  /** How old it is; nothing where it has not been read yet. */
  ageMs: number | undefined
  /** Within how long all who have heard the same are to ask. */
  spreadMs: number
  random?: number
}

/**
 * In how many ms to read again what news of a performance may have left behind, besides its places: they may have
 * been missed. Nothing where none were.
 */
export function readAgainMs({ news }: News, read: Read): number | undefined {
  const { ageMs, spreadMs, random = Math.random() } = read
  if (news === "places-unknown") return AFTER_PLACES_MS + random * spreadMs
  // Those who come back have waited for a random while already.
  if (news === "watching" && ageMs !== undefined && ageMs > OLD_MS) return 0
  return undefined
}
