import { diceOf } from "@podo/db/dice"
import {
  circle,
  dots,
  HEIGHT,
  letters,
  lines,
  path,
  type Point,
  rect,
  sheet,
  steps,
  WIDTH,
  type Wording,
} from "./ink.ts"

const GRAPE = 40

/** Grapes hang in rows that grow narrower. */
function bunch(top: Point): Point[] {
  return [4, 5, 4, 5, 4, 3, 2].flatMap((count, row) =>
    steps(count).map((index): Point => [
      top[0] + (index - (count - 1) / 2) * GRAPE * 1.78,
      top[1] + row * GRAPE * 1.42,
    ]),
  )
}

const face = (at: Point, dark: string, light: string) =>
  [
    circle(at, GRAPE + 3, { fill: light, stroke: dark, "stroke-width": 3 }),
    dots(
      [
        [at[0] - 13, at[1] - 4],
        [at[0] + 13, at[1] - 4],
      ],
      11,
      dark,
    ),
    path(`M${at[0] - 6} ${at[1] + 15}q6 7 12 0`, {
      stroke: dark,
      "stroke-width": 4,
      "stroke-linecap": "round",
      fill: "none",
    }),
  ].join("")

/** A bunch of grapes before the moon; one of the grapes looks back. */
export function vineyardGhost({ title, english, house }: Wording): string {
  const [night, cream] = ["#1d0d2b", "#f7ecd9"]
  const skins = ["#5b21a6", "#7434c9", "#4a178c", "#8a4be0"]
  const dice = diceOf("vineyard")
  const grapes = bunch([300, 172])
  const ghost = grapes[15] ?? [300, 380]
  const skin = (at: Point) =>
    circle(at, GRAPE, {
      fill: skins[Math.floor(dice() * skins.length)] ?? night,
      stroke: night,
      "stroke-width": 3,
    }) +
    path(`M${at[0] - 24} ${Math.round(at[1]) - 8}a26 26 0 0 1 17 -17`, {
      stroke: cream,
      "stroke-width": 5,
      "stroke-linecap": "round",
      fill: "none",
      opacity: "0.5",
    })
  const rows = steps(17).map((row): [Point, Point] => [
    [300 + (row - 8) * 16, 590],
    [300 + (row - 8) * 130, HEIGHT],
  ])
  return sheet(
    night,
    circle([300, 310], 244, { fill: cream }),
    rect([0, 586], [WIDTH, 214], { fill: "#2b1440" }),
    lines(rows, "#43215f", 5),
    path("M300 172C296 140 312 110 350 84", {
      stroke: "#3b6b45",
      "stroke-width": 13,
      "stroke-linecap": "round",
      fill: "none",
    }),
    path("M306 150C250 60 150 70 118 128C160 140 168 172 214 178C256 186 290 176 306 150Z", {
      fill: "#4f8a5b",
    }),
    path("M304 152C256 128 200 116 140 126", {
      stroke: "#3b6b45",
      "stroke-width": 5,
      fill: "none",
    }),
    ...grapes.map(skin),
    face(ghost, night, cream),
    letters(title, { at: [44, 668], size: 66, fill: cream, leading: 1.1 }),
    letters([english], { at: [46, 776], size: 18, fill: "#c9a9ee", weight: 500 }),
    letters([house], { at: [556, 776], size: 18, fill: "#c9a9ee", weight: 500, anchor: "end" }),
  )
}
