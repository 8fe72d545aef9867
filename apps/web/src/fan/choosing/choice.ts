import { PLACE_STATES } from "@podo/contract/limits"

/** The picks of a person so far: places by name, or some of a standing area. Never both. */
export type Choice = {
  places: readonly number[]
  standing: { area: string; quantity: number } | null
}

export const NOTHING: Choice = { places: [], standing: null }

/** Where there is but one thing to have, one of it is chosen to begin with: most want at least that. */
export function choiceAtFirst({ areas }: { areas: readonly OneArea[] }, max: number): Choice {
  const [only, other] = areas
  if (only?.kind !== "standing" || other !== undefined || max < 1) return NOTHING
  return { places: [], standing: { area: only.area, quantity: 1 } }
}

type OneArea = { area: string; kind: "seated" | "standing" }

export function countOf(choice: Choice): number {
  return choice.standing?.quantity ?? choice.places.length
}

/** Takes the place in, or out again. A choice that is full stays as it is. */
export function togglePlace(choice: Choice, place: number, max: number): Choice {
  if (choice.places.includes(place)) {
    return { places: choice.places.filter((each) => each !== place), standing: null }
  }
  if (choice.places.length >= max) return choice
  return { places: [...choice.places, place], standing: null }
}

/** One claim names places or an area, so a quantity takes the place of picked seats. */
export function setQuantity(area: string, quantity: number, max: number): Choice {
  const bounded = Math.min(quantity, max)
  return bounded < 1 ? NOTHING : { places: [], standing: { area, quantity: bounded } }
}

/** Which of the picked places are still open, and which others took in the meantime. */
export function sift(choice: Choice, places: string, own: readonly number[] = []): Sifted {
  const isOpen = (place: number) => places[place] === PLACE_STATES.open
  return {
    open: { ...choice, places: choice.places.filter(isOpen) },
    gone: choice.places.filter((place) => !isOpen(place) && !own.includes(place)),
  }
}

type Sifted = { open: Choice; gone: number[] }

/** A kept value may come from an older release: anything unexpected is nothing. */
export function parseChoice(text: string | null): Choice {
  if (text === null) return NOTHING
  try {
    const { places, standing } = JSON.parse(text) as Partial<Choice>
    if (isStanding(standing)) return { places: [], standing }
    if (!Array.isArray(places)) return NOTHING
    return { places: places.filter((place) => Number.isInteger(place)), standing: null }
  } catch {
    return NOTHING
  }
}

function isStanding(standing: unknown): standing is NonNullable<Choice["standing"]> {
  if (typeof standing !== "object" || standing === null) return false
  const { area, quantity } = standing as { area?: unknown; quantity?: unknown }
  return typeof area === "string" && Number.isInteger(quantity)
}

/** Where the tab keeps what is chosen for a performance. */
export const choiceKeyOf = (performanceId: string) => `podo.choice.${performanceId}`
