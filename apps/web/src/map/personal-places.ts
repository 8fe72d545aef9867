import { lookOf, type Marked } from "./seat-look.ts"
import type { Seating } from "./seating.ts"

/** The places that concern the reader, in ascending order; also those that they look for. */
export function personalPlaces(
  { selected, mine, gone }: Marked,
  sought: readonly number[],
): number[] {
  return [...new Set([...selected, ...mine, ...gone, ...sought])].toSorted((a, b) => a - b)
}

/** Open places for wheelchairs and beside them: few in every hall. */
export function wheelchairPlaces(
  { blocks }: Seating,
  marked: Marked,
  price: number | undefined,
): number[] {
  return blocks
    .filter(({ area }) => price === undefined || area.price === price)
    .flatMap(({ rows }) => rows.flatMap(({ seats }) => seats))
    .filter(({ accessible, companion }) => accessible || companion)
    .map(({ place }) => place)
    .filter((place) => lookOf(place, marked) === "open")
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
