import type { PerformanceId } from "@podo/contract/ids"
import { DRAW_HEX_DIGITS, DRAWS_PER_PAGE } from "@podo/contract/limits"
import type { Redis } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"

/** Redis hands out half a megabyte in less than a millisecond, and serves others in between. */
const PIECE_BYTES = DRAWS_PER_PAGE * DRAW_HEX_DIGITS

/**
 * The draws of everybody who is in a lobby that has closed, in ascending order. A draw was written down on each
 * entering and on each leaving: whose is there an odd number of times was there at the end.
 */
export async function readDraws(redis: Redis, performanceId: PerformanceId): Promise<Float64Array> {
  const { draws } = keysOfPerformance(performanceId)
  const length = await redis.strlen(draws)
  const written = new Float64Array(length / DRAW_HEX_DIGITS)
  for (let at = 0; at < length; at += PIECE_BYTES) {
    const until = Math.min(at + PIECE_BYTES, length)
    const piece = await redis.getrange(draws, at, until - 1)
    // A Redis that has lost its memory in between is asked again from the start.
    if (piece.length !== until - at) throw new Error("The draws have changed while they were read.")
    readInto(written.subarray(at / DRAW_HEX_DIGITS), piece)
  }
  return thoseThatStayed(written.toSorted())
}

function readInto(numbers: Float64Array, piece: string) {
  for (let index = 0; index * DRAW_HEX_DIGITS < piece.length; index++) {
    const at = index * DRAW_HEX_DIGITS
    numbers[index] = Number.parseInt(piece.slice(at, at + DRAW_HEX_DIGITS), 16)
  }
}

/** Out of numbers in ascending order: each that occurs an odd number of times, once. */
function thoseThatStayed(sorted: Float64Array): Float64Array {
  let count = 0
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (sorted[to] === sorted[from]) to++
    if ((to - from) % 2 === 1) sorted[count++] = sorted[from] ?? 0
  }
  return sorted.subarray(0, count)
}

/** Draws as they are published. */
export const textOfDraws = (draws: Float64Array): string =>
  Array.from(draws, (draw) => draw.toString(16).padStart(DRAW_HEX_DIGITS, "0")).join("")
