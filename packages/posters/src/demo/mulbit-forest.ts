import { diceOf, shuffled } from "@podo/db/dice"
import { circle, element, group, letters, path, rect, sheet, steps, type Wording } from "./ink.ts"

type Colours = [string, string, string]

// Plants and instruments of the forest, each on a tile of 150.

const motifs: ((colours: Colours) => string)[] = [
  ([a, b]) =>
    path("M0 150A150 150 0 0 1 150 0V150Z", { fill: a }) +
    path("M75 150A75 75 0 0 1 150 75V150Z", { fill: b }),
  ([a, b, c]) =>
    circle([75, 75], 62, { fill: a }) +
    circle([75, 75], 40, { fill: b }) +
    circle([75, 75], 18, { fill: c }),
  ([a, b]) =>
    path("M0 0A150 150 0 0 1 150 150A150 150 0 0 1 0 0Z", { fill: a }) +
    path("M0 0L150 150", { stroke: b, "stroke-width": 7 }),
  ([a, b]) =>
    path("M75 8L138 92L12 92Z", { fill: a }) +
    path("M75 50L144 134L6 134Z", { fill: b }) +
    rect([68, 134], [14, 16], { fill: a }),
  ([a, b]) =>
    path("M75 8C112 60 132 80 132 102A57 46 0 0 1 18 102C18 80 38 60 75 8Z", { fill: a }) +
    path("M48 104A27 22 0 0 0 75 126", {
      stroke: b,
      "stroke-width": 9,
      "stroke-linecap": "round",
      fill: "none",
    }),
  ([a, b]) =>
    steps(4)
      .map((row) =>
        path(`M0 ${22 + row * 34}q37.5 -30 75 0t75 0`, {
          stroke: row % 2 === 0 ? a : b,
          "stroke-width": 13,
          fill: "none",
        }),
      )
      .join(""),
  ([a]) =>
    circle([46, 112], 25, { fill: a }) +
    circle([112, 98], 25, { fill: a }) +
    path("M65 112V34L131 18V98", { stroke: a, "stroke-width": 12, fill: "none" }) +
    path("M60 32L136 12L136 40L60 60Z", { fill: a }),
  ([a, b]) =>
    steps(8)
      .map((ray) =>
        element("ellipse", {
          cx: 75,
          cy: 36,
          rx: 15,
          ry: 32,
          fill: a,
          transform: `rotate(${ray * 45} 75 75)`,
        }),
      )
      .join("") + circle([75, 75], 19, { fill: b }),
]

const grounds: [string, Colours][] = [
  ["#14513f", ["#f4c33f", "#ef6a45", "#f7efdc"]],
  ["#f7efdc", ["#1f7a5a", "#ef6a45", "#14513f"]],
  ["#2f9c8a", ["#f7efdc", "#f4c33f", "#14513f"]],
  ["#f4c33f", ["#14513f", "#ef6a45", "#f7efdc"]],
  ["#ef6a45", ["#f7efdc", "#14513f", "#f4c33f"]],
  ["#f3a9b5", ["#14513f", "#1f7a5a", "#f7efdc"]],
]

/** A quilt of leaves, drops and notes. */
export function mulbitForest({ title, english, house }: Wording): string {
  const dice = diceOf("forest quilt 3")
  const chosen = [...shuffled(dice, motifs), ...shuffled(dice, motifs)]
  const tiles = steps(16).map((tile) => {
    const row = Math.floor(tile / 4)
    const [ground, colours] = grounds[(tile + row * 2 + (row > 1 ? 1 : 0)) % grounds.length] ?? [
      "",
      ["", "", ""],
    ]
    const turn = Math.floor(dice() * 4) * 90
    const motif = chosen[tile]
    const turns = motif === motifs[0] || motif === motifs[2]
    return group(
      { transform: `translate(${(tile % 4) * 150} ${row * 150})` },
      rect([0, 0], [150.6, 150.6], { fill: ground }),
      group(turns ? { transform: `rotate(${turn} 75 75)` } : {}, motif?.(colours) ?? ""),
    )
  })
  return sheet(
    "#f7efdc",
    ...tiles,
    letters([title.join(" ")], { at: [34, 694], size: 78, fill: "#14513f", spacing: -2 }),
    letters([english], { at: [38, 742], size: 24, fill: "#ef6a45", weight: 700 }),
    letters([house], { at: [38, 773], size: 19, fill: "#1f7a5a", weight: 600 }),
  )
}
