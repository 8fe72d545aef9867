import type { Place } from "@podo/contract/ids"

/** One place of a made-up hall: who may sit there, what it costs, and whether it is open. */
export type MadePlace = {
  place: Place
  area: string
  price: number
  kind: "ordinary" | "wheelchair" | "companion"
  isOpen: boolean
  /** Beside the place before, in the same row without an aisle between. */
  goesOn: boolean
}

export type Wish = {
  quantity: number
  wheelchairs?: number
  area?: string
  price?: number
  priceMax?: number
}

export const isAskedFor = ({ area, price }: MadePlace, wish: Wish) =>
  (wish.area === undefined || wish.area === area) &&
  (wish.price === undefined || wish.price === price) &&
  (wish.priceMax === undefined || price <= wish.priceMax)

/** The meaning of the words, without any regard to what it costs: the whole hall is looked at, place by place. */
export function ordinaryRuns(hall: MadePlace[]): MadePlace[][] {
  const runs: MadePlace[][] = []
  for (const place of hall) {
    const run = runs.at(-1)
    const goesOn = place.goesOn && run?.at(-1)?.kind === "ordinary" && place.kind === "ordinary"
    if (run && goesOn) run.push(place)
    else runs.push([place])
  }
  return runs.filter(([first]) => first?.kind === "ordinary")
}

/** Every way to sit n together in these runs, with no regard to who would be left alone. */
export const windowsIn = (runs: MadePlace[][], quantity: number): MadePlace[][] =>
  runs.flatMap((run) =>
    run
      .map((_, from) => run.slice(from, from + quantity))
      .filter((window) => window.length === quantity && window.every(({ isOpen }) => isOpen)),
  )

/** Open places of a run that have no open neighbour in it, once these are taken. */
function orphansIn(run: MadePlace[], taken: ReadonlySet<Place> = new Set()): Place[] {
  const isOpen = run.map((place) => place.isOpen && !taken.has(place.place))
  return run.flatMap(({ place }, at) =>
    isOpen[at] && !isOpen[at - 1] && !isOpen[at + 1] ? [place] : [],
  )
}

export function leavesOrphan(run: MadePlace[], places: Place[]): boolean {
  const before = new Set(orphansIn(run))
  return orphansIn(run, new Set(places)).some((place) => !before.has(place))
}

/** How many are open together, for each stretch of each run. */
const stretchesIn = (runs: MadePlace[][]): number[] =>
  runs.flatMap((run) =>
    run
      .map(({ isOpen }) => (isOpen ? "." : "x"))
      .join("")
      .split(/x+/)
      .flatMap(({ length }) => (length > 0 ? [length] : [])),
  )

/** In how many parts n have to sit at least, and whether any of them must be alone then. */
export function partsNeeded(runs: MadePlace[][], quantity: number) {
  const lengths = stretchesIn(runs).toSorted((one, other) => other - one)
  let sum = 0
  for (const [index, length] of lengths.entries()) {
    sum += length
    const parts = index + 1
    if (sum >= quantity) return { parts, isSomebodyAlone: length === 1 || quantity < 2 * parts }
  }
  return null
}

/** Places that follow each other in one run belong to one part. */
export function partsOf(runs: MadePlace[][], places: Place[]): number[] {
  const chosen = new Set(places)
  return runs.flatMap((run) =>
    run
      .map(({ place }) => (chosen.has(place) ? "." : "x"))
      .join("")
      .split(/x+/)
      .flatMap(({ length }) => (length > 0 ? [length] : [])),
  )
}
