type Leaf = string | number | boolean | null

type Edit = {
  /** The values that the edit began with. */
  began: object
  /** The values as they stand in the fields. */
  typed: object
  /** The values as somebody else has saved them meanwhile. */
  today: object
}

type Merge = {
  /** Changed by the other one alone, by path: the fields take it. */
  taken: [path: string, value: Leaf][]
  /** Changed by both: its editor decides. */
  contested: [path: string, value: Leaf][]
}

/** Merges two edits of the same, three ways: what only one of the two has changed is no conflict. */
export function mergeMeanwhile({ began, typed, today }: Edit): Merge {
  const [before, mine] = [new Map(leavesOf(began)), new Map(leavesOf(typed))]
  const theirs = leavesOf(today).filter(([path, value]) => before.get(path) !== value)
  return {
    taken: theirs.filter(([path]) => mine.get(path) === before.get(path)),
    contested: theirs.filter(
      ([path, value]) => mine.get(path) !== before.get(path) && mine.get(path) !== value,
    ),
  }
}

function leavesOf(values: object, path = ""): [path: string, value: Leaf][] {
  return Object.entries(values).flatMap(([key, value]: [string, unknown]) => {
    const name = path === "" ? key : `${path}.${key}`
    return typeof value === "object" && value !== null
      ? leavesOf(value, name)
      : [[name, value as Leaf] as [string, Leaf]]
  })
}
