import type { HallProblem } from "@podo/contract/hall"

const sentences: Record<HallProblem["problem"], string> = {
  "not-readable": "This cannot be read.",
  "column-missing": "The header lacks this column.",
  "area-missing": "It names no area.",
  "area-not-valid": "The name of an area has at most 60 characters, its grade included.",
  "row-not-valid": "A row has 1 to 8 characters.",
  "number-not-valid": "A seat has a number from 1 to 9,999.",
  "position-not-valid": "x and y are numbers.",
  "position-too-far": "This seat is too far from the others.",
  "accessible-not-valid": "Write true, companion, or nothing.",
  "grade-not-valid": "A grade has at most 60 characters.",
  "capacity-not-valid": "An area holds 1 to 200,000 people.",
  "seat-twice": "It is there twice.",
  "seats-and-capacity": "An area has seats, or people stand there, but not both.",
  "too-many-areas": "A hall has at most 200 areas.",
  "too-many-places": "A hall has at most 200,000 places.",
  empty: "There is no seat and no area.",
}

/** One line a person can act on: where it is, what is wrong, and what stands there. */
export const sentenceOf = ({ line, problem, value }: HallProblem) =>
  `line ${line}: ${sentences[problem]}${value === undefined ? "" : ` It says "${value}".`}`
