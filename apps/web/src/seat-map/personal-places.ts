import type { Marked } from "./seat-look.ts"

/** The places that concern the reader, in ascending order. */
export function personalPlaces({ selected, mine, gone }: Marked): number[] {
  return [...new Set([...selected, ...mine, ...gone])].toSorted((a, b) => a - b)
}

const NONE: readonly number[] = []

/** Those of some ascending places that are within a range, both ends included. */
export function placesWithin(places: readonly number[], first: number, last: number) {
  const from = placesBefore(places, first)
  const to = placesBefore(places, last + 1)
  return from === to ? NONE : places.slice(from, to)
}

function placesBefore(places: readonly number[], place: number): number {
  let from = 0
  let to = places.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((places[middle] ?? Infinity) < place) from = middle + 1
    else to = middle
  }
  return from
}
