import type { Corner } from "@podo/contract/seating"

/** Two bytes a place. */
const RANK_MAX = 65_535
const BYTES_PER_RANK = 2
/**
 * One step to the side costs as much as so many steps back: from the back the whole stage is seen from the front,
 * from the side it never is. More would send people to the last rows while there are seats beside the first.
 */
const SIDEWAYS = 1.5
/** And one step behind the stage's front edge as much as so many before it: from there it is seen from beside. */
const BEHIND = 3

/** The middle of the stage's front edge, in plan units: where everybody would like to be near. */
export function stageFrontOf(stage: Corner[], width: number): Corner {
  if (stage.length === 0) return [width / 2, 0]
  const [xs, ys] = [stage.map(([x]) => x), stage.map(([, y]) => y)]
  return [(Math.min(...xs) + Math.max(...xs)) / 2, Math.max(...ys)]
}

/** The better the smaller: how far a place is from the middle of the stage, in plan units, as weighed above. */
export function rankOf([x, y]: Corner, [frontX, frontY]: Corner): number {
  const back = Math.max(y - frontY, (frontY - y) * BEHIND)
  return Math.min(RANK_MAX, Math.round(Math.hypot((x - frontX) * SIDEWAYS, back)))
}

/** Where people stand, a whole area is as good as its middle, and its places are sold in their order. */
export function middleOf(outline: Corner[]): Corner {
  const sum = outline.reduce(([x, y], corner): Corner => [x + corner[0], y + corner[1]], [0, 0])
  return [sum[0] / (outline.length || 1), sum[1] / (outline.length || 1)]
}

/** As the key `ranks` has them, place after place. */
export function bytesOfRanks(ranks: number[]): Buffer {
  const bytes = Buffer.alloc(ranks.length * BYTES_PER_RANK)
  for (const [place, rank] of ranks.entries()) {
    bytes.writeUInt16BE(Math.min(RANK_MAX, rank), place * BYTES_PER_RANK)
  }
  return bytes
}
