/** An element: what stands within it, and the ids of what it uses. */
export type Drawn = { parts: Drawn[]; uses: string[] }

export type Tracing = {
  elements: number
  root?: Drawn
  /** From the outermost element to the one that is open. */
  path: Drawn[]
  byId: Map<string, Drawn>
}

/** No drawing needs more of one thing within another. */
const DEPTH_MAX = 500

/** How many elements a browser draws when it follows each use; infinitely many when something uses itself. */
export function drawnTimes({ root, byId }: Tracing): number {
  const counted = new Map<Drawn, number>()
  const count = (drawn: Drawn | undefined, depth: number): number => {
    if (!drawn) return 0
    const known = counted.get(drawn)
    if (known !== undefined) return known
    // An element that is reached again before it is counted uses itself.
    counted.set(drawn, Infinity)
    if (depth > DEPTH_MAX) return Infinity
    let times = 1
    for (const part of drawn.parts) times += count(part, depth + 1)
    for (const id of drawn.uses) times += count(byId.get(id), depth + 1)
    counted.set(drawn, times)
    return times
  }
  return count(root, 0)
}
