import { between, diceOf } from "@podo/db/dice"
import {
  element,
  gradient,
  group,
  HEIGHT,
  letters,
  lines,
  path,
  sheet,
  through,
  WIDTH,
  type Wording,
} from "./ink.ts"

type Street = { from: number; height: number; light: string; dark: string; seed: string }

/** Houses folded out of paper: one half of each front lies in the shade. */
function street({ from, height, light, dark, seed }: Street): string {
  const dice = diceOf(seed)
  const fronts: string[] = []
  const folds: string[] = []
  for (let left = -20; left < WIDTH;) {
    const width = between(dice, 58, 108)
    const top = from - between(dice, 0.25, 1) * height
    const roof = dice() < 0.55 ? width / 2 : 0
    const middle = left + width / 2
    fronts.push(
      `${through([
        [left, HEIGHT],
        [left, top],
        [middle, top - roof],
        [left + width, top],
        [left + width, HEIGHT],
      ])}Z`,
    )
    folds.push(
      `${through([
        [middle, HEIGHT],
        [middle, top - roof],
        [left + width, top],
        [left + width, HEIGHT],
      ])}Z`,
    )
    left += width - 1
  }
  return group(
    { filter: "url(#paper-shade)" },
    path(fronts.join(""), { fill: light }),
    path(folds.join(""), { fill: dark }),
  )
}

/** A folded skyline under a moon on a string. */
export function paperMoonCity({ title, english, house }: Wording): string {
  const sky = gradient("paper-sky", ["#f2785c", "#f9b384", "#fde3c0"])
  const shade = element(
    "filter",
    { id: "paper-shade", x: "-10%", width: "120%", y: "-10%", height: "120%" },
    element("feDropShadow", {
      dx: 0,
      dy: -3,
      stdDeviation: 7,
      "flood-color": "#2a1650",
      "flood-opacity": "0.38",
    }),
  )
  return sheet(
    sky.paint,
    element("defs", {}, sky.defs + shade),
    lines(
      [
        [
          [392, 0],
          [392, 98],
        ],
      ],
      "#fff4dc",
      2.5,
    ),
    group(
      { filter: "url(#paper-shade)" },
      path("M392 96A142 142 0 1 0 500 330A122 122 0 0 1 392 96Z", { fill: "#fff4dc" }),
      path("M356 104A142 142 0 0 0 318 362A160 160 0 0 1 356 104Z", { fill: "#f6dcb4" }),
    ),
    street({ from: 560, height: 190, light: "#e58d8f", dark: "#cf7482", seed: "street-far" }),
    street({ from: 610, height: 150, light: "#a35c8f", dark: "#8c4a80", seed: "street-mid" }),
    street({ from: 665, height: 120, light: "#5c3a7e", dark: "#4c2d6d", seed: "street-near" }),
    path("M0 640L600 596V800H0Z", { fill: "#251447", filter: "url(#paper-shade)" }),
    letters(title, { at: [44, 700], size: 60, fill: "#fff4dc", leading: 1.08 }),
    letters([english], { at: [556, 738], size: 18, fill: "#f9b384", weight: 500, anchor: "end" }),
    letters([house], { at: [556, 765], size: 18, fill: "#f9b384", weight: 500, anchor: "end" }),
  )
}
