import Flatbush from "flatbush"
import type { Box, Point } from "./plan-geometry.ts"

export type PointIndex<P> = {
  within: (box: Box) => P[]
  /** The nearest within reach, if one is. */
  nearest: (to: Point, reach: number) => P | undefined
  isFree: (box: Box) => boolean
}

/** Finds among tens of thousands of points without looking at each. */
export function indexPoints<P extends Point>(points: readonly P[]): PointIndex<P> {
  const tree = treeOf(points, ({ x, y }) => [x, y, x, y])
  const at = (index: number) => points.slice(index, index + 1)
  return {
    within: (box) => tree?.search(...edgesOf(box)).flatMap(at) ?? [],
    nearest: ({ x, y }, reach) => {
      const [found] = tree?.neighbors(x, y, 1, reach) ?? []
      return found === undefined ? undefined : points[found]
    },
    isFree: (box) => tree === undefined || !tree.collides(...edgesOf(box)),
  }
}

/** Finds which of some things are within a box, by what each of them covers. */
export function indexBoxes<T>(things: readonly T[], boxOf: (thing: T) => Box) {
  const tree = treeOf(things, (thing) => edgesOf(boxOf(thing)))
  return (box: Box): T[] =>
    (tree?.search(...edgesOf(box)) ?? [])
      .toSorted((a, b) => a - b)
      .flatMap((index) => things.slice(index, index + 1))
}

type Edges = [left: number, top: number, right: number, bottom: number]

function treeOf<T>(things: readonly T[], edges: (thing: T) => Edges): Flatbush | undefined {
  // An empty tree is no tree to the library.
  if (things.length === 0) return undefined
  const tree = new Flatbush(things.length)
  for (const thing of things) tree.add(...edges(thing))
  tree.finish()
  return tree
}

const edgesOf = ({ x, y, width, height }: Box): Edges => [x, y, x + width, y + height]
