import { between, diceOf } from "../dice.ts"
import {
  circle,
  dots,
  element,
  gradient,
  group,
  HEIGHT,
  letters,
  lines,
  path,
  type Point,
  rect,
  shape,
  sheet,
  steps,
  through,
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
    circle(ghost, GRAPE + 3, { fill: cream, stroke: night, "stroke-width": 3 }),
    dots(
      [
        [ghost[0] - 13, ghost[1] - 4],
        [ghost[0] + 13, ghost[1] - 4],
      ],
      11,
      night,
    ),
    path(`M${ghost[0] - 6} ${ghost[1] + 15}q6 7 12 0`, {
      stroke: night,
      "stroke-width": 4,
      "stroke-linecap": "round",
      fill: "none",
    }),
    letters(title, { at: [44, 668], size: 66, fill: cream, leading: 1.1 }),
    letters([english], { at: [46, 776], size: 18, fill: "#c9a9ee", weight: 500 }),
    letters([house], { at: [556, 776], size: 18, fill: "#c9a9ee", weight: 500, anchor: "end" }),
  )
}

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

const whaleBody =
  "M-190 40C-150 -60 20 -110 150 -60C210 -36 250 0 300 -20C322 -30 330 -66 318 -96C352 -84 366 -52 362 -30C388 -40 420 -34 438 -10C404 -4 384 8 368 26C340 62 280 92 200 112C80 142 -120 140 -176 92C-190 80 -196 58 -190 40Z"
const whaleBelly =
  "M-190 52C-110 66 -30 70 60 62C110 92 60 122 -20 128C-100 132 -160 112 -178 90C-188 80 -194 66 -190 52Z"

/** A whale made of sky passes over the observatory. */
export function blueWhale({ title, english, house }: Wording): string {
  const dice = diceOf("whale")
  const sky = gradient("whale-sky", ["#071a3d", "#0d3c78", "#2f7fb8"])
  const stars = (count: number) =>
    steps(count)
      .map((): Point => [between(dice, 10, 590), between(dice, 10, 600)])
      // Not behind the letters.
      .filter(([x, y]) => x > 330 || y > 240)
  const marks: Point[] = [
    [-120, 0],
    [-40, -48],
    [40, -20],
    [110, -42],
    [170, 8],
    [250, 22],
  ]
  const grooves = steps(5).map(
    (row) => `M${-176 + row * 7} ${70 + row * 10}q70 12 ${186 - row * 26} 0`,
  )
  return sheet(
    sky.paint,
    element("defs", {}, sky.defs),
    dots(stars(150), 2.2, "#dff1ff", 0.7),
    dots(stars(40), 4.2, "#ffffff", 0.95),
    group(
      { transform: "translate(206 400) rotate(-13) scale(0.93)" },
      path(whaleBody, { fill: "#63b3e4" }),
      path(whaleBelly, { fill: "#e9f6ff" }),
      path(grooves.join(""), { stroke: "#63b3e4", "stroke-width": 3, fill: "none" }),
      path("M20 84C10 130 50 176 96 190C96 150 84 110 64 80Z", { fill: "#3f93cc" }),
      path(through(marks), {
        stroke: "#fff3b0",
        "stroke-width": 1.5,
        fill: "none",
        opacity: "0.8",
      }),
      dots(marks, 9, "#fff3b0"),
      dots([[-146, 34]], 11, "#071a3d"),
    ),
    path("M0 690C120 640 200 610 300 650C400 690 480 640 600 668V800H0Z", { fill: "#0a2b57" }),
    path("M0 740C160 690 330 712 600 730V800H0Z", { fill: "#061a3a" }),
    rect([424, 616], [76, 50], { fill: "#f4f8fb" }),
    path("M420 620a42 42 0 0 1 84 0Z", { fill: "#d2e3ee" }),
    shape(
      [
        [452, 612],
        [436, 566],
        [446, 562],
        [466, 608],
      ],
      { fill: "#fff3b0" },
    ),
    shape(
      [
        [441, 564],
        [330, 470],
        [382, 448],
      ],
      { fill: "#fff3b0", opacity: "0.28" },
    ),
    letters(title, { at: [40, 112], size: 74, fill: "#ffffff", leading: 1.08 }),
    letters([english], { at: [44, 226], size: 20, fill: "#a9d8f5", weight: 500 }),
    letters([house], { at: [44, 772], size: 18, fill: "#a9d8f5", weight: 500 }),
  )
}
