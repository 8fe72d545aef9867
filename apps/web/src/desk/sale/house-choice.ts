import { PLACES_PER_WITHHOLDING_MAX, PLACE_STATES } from "@podo/contract/limits"

/** The intended change of places, as it was meant when they were picked. */
export type HouseChoice = { withhold: readonly number[]; release: readonly number[] }

export const NOTHING: HouseChoice = { withhold: [], release: [] }

/** The part of a choice that can still be done, and which of its places somebody took in the meantime. */
export type SiftedChoice = HouseChoice & { gone: number[] }

/** A place that was withheld or released elsewhere is settled; it must not turn into its opposite. */
export function sift(choice: HouseChoice, places: string): SiftedChoice {
  const isIn = (state: string) => (place: number) => places[place] === state
  const [isOpen, isWithheld] = [isIn(PLACE_STATES.open), isIn(PLACE_STATES.withheld)]
  return {
    withhold: choice.withhold.filter(isOpen),
    release: choice.release.filter(isWithheld),
    gone: choice.withhold.filter((place) => !isOpen(place) && !isWithheld(place)),
  }
}

export function isFull({ withhold, release }: HouseChoice): boolean {
  return Math.max(withhold.length, release.length) >= PLACES_PER_WITHHOLDING_MAX
}

/** Takes a place in, or out again: open ones to be withheld, withheld ones to be released. */
export function toggle(choice: HouseChoice, place: number, places: string): HouseChoice {
  const { withhold, release } = without(choice, [place])
  const isPicked = withhold.length + release.length < choice.withhold.length + choice.release.length
  if (isPicked || isFull(choice)) return { withhold, release }
  if (places[place] === PLACE_STATES.open) return { withhold: [...withhold, place], release }
  if (places[place] === PLACE_STATES.withheld) return { withhold, release: [...release, place] }
  return choice
}

export function without(choice: HouseChoice, places: readonly number[]): HouseChoice {
  const gone = new Set(places)
  const isLeft = (place: number) => !gone.has(place)
  return { withhold: choice.withhold.filter(isLeft), release: choice.release.filter(isLeft) }
}

type PickedMany = { choice: HouseChoice; picked: number[]; leftOut: number[]; tooMany: boolean }

/** Picks all of these that are open, as far as one withholding goes. */
export function pickOpen(
  choice: HouseChoice,
  wanted: readonly number[],
  places: string,
): PickedMany {
  const known = new Set(choice.withhold)
  const open = wanted.filter((place) => places[place] === PLACE_STATES.open)
  const fresh = open.filter((place) => !known.has(place))
  const room = Math.max(0, PLACES_PER_WITHHOLDING_MAX - choice.withhold.length)
  const picked = fresh.slice(0, room)
  return {
    choice: { ...choice, withhold: [...choice.withhold, ...picked] },
    picked,
    leftOut: wanted.filter((place) => places[place] !== PLACE_STATES.open),
    tooMany: picked.length < fresh.length,
  }
}

type Range = { firstPlace: number; capacity: number }

/** The last ones of an area that are in this state: buyers of a standing area are given the first. */
export function lastIn(
  { firstPlace, capacity }: Range,
  places: string,
  state: string,
  count: number,
): number[] {
  const found: number[] = []
  for (let place = firstPlace + capacity - 1; place >= firstPlace; place--) {
    if (found.length === count) break
    if (places[place] === state) found.push(place)
  }
  return found.toReversed()
}

/** As many as one call may name, one group after the other. */
export function inCalls(places: readonly number[]): number[][] {
  const calls = Math.ceil(places.length / PLACES_PER_WITHHOLDING_MAX)
  return Array.from({ length: calls }, (_, at) =>
    places.slice(at * PLACES_PER_WITHHOLDING_MAX, (at + 1) * PLACES_PER_WITHHOLDING_MAX),
  )
}
