type Numbered = { number: number; x: number; y: number }

/**
 * A row's seats as one walks along it, from the end with the lower number, so that neighbours follow each other. As a
 * rule that is the order of their numbers; where odd ones are to the left and even ones to the right, it is not:
 * of the two orders the one with the shorter way is the row's.
 */
export function alongRow<Seat extends Numbered>(row: readonly Seat[]): Seat[] {
  const byNumber = row.toSorted((one, other) => one.number - other.number)
  const axis = spreadOf(row.map(({ x }) => x)) >= spreadOf(row.map(({ y }) => y)) ? "x" : "y"
  const byPosition = byNumber.toSorted((one, other) => one[axis] - other[axis])
  // Curves are walked a little longer by either: only what is clearly shorter counts.
  if (wayThrough(byPosition) >= CLEARLY_SHORTER * wayThrough(byNumber)) return byNumber
  const [first, last] = [byPosition.at(0), byPosition.at(-1)]
  return first && last && first.number > last.number ? byPosition.toReversed() : byPosition
}

const CLEARLY_SHORTER = 0.75

const spreadOf = (values: number[]) => Math.max(...values) - Math.min(...values)

function wayThrough(row: readonly Numbered[]): number {
  return row.reduce((way, { x, y }, at) => {
    const before = row[at - 1]
    return before ? way + Math.hypot(x - before.x, y - before.y) : way
  }, 0)
}
