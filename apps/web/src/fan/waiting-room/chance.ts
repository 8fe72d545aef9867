import type { LineFacts } from "@podo/contract/waiting-room"

/** How places stand against people, as one would say it: never kinder than it is. */
export type Chance =
  /** Even if all of them take as many as they may. */
  | { kind: "plenty" }
  /** More places than people; but some take several. */
  | { kind: "likely" }
  /** Of those people about `of` in `outOf` find a place. */
  | { kind: "some"; of: number; outOf: number }
  /** Fewer than one in a hundred. */
  | { kind: "slim" }
  | { kind: "none" }

const SAYABLE = [
  [9, 10],
  [4, 5],
  [3, 4],
  [2, 3],
  [1, 2],
  [2, 5],
  [1, 3],
  [1, 4],
  [1, 5],
  [1, 6],
  [1, 8],
  [1, 10],
  [1, 15],
  [1, 20],
  [1, 30],
  [1, 50],
  [1, 100],
] as const

/** `people`: who comes before; where that is drawn yet, everybody. */
export function chanceOf(left: number, people: number, limitPerUser: number): Chance {
  if (left <= 0) return { kind: "none" }
  if (left >= (people + 1) * limitPerUser) return { kind: "plenty" }
  if (left > people) return { kind: "likely" }
  const found = SAYABLE.find(([of, outOf]) => left * outOf >= people * of)
  return found === undefined ? { kind: "slim" } : { kind: "some", of: found[0], outOf: found[1] }
}

/** Nothing can be had right now; what is held may come back. */
export const hasNothingLeft = ({ left }: Pick<LineFacts, "left">) =>
  left.every((count) => count === 0)

/** Worth looking at other dates meanwhile. */
export function isSmall(chance: Chance): boolean {
  if (chance.kind === "some") return chance.of / chance.outOf < 0.5
  return chance.kind === "slim" || chance.kind === "none"
}
