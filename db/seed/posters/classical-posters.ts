import { between, diceOf } from "../dice.ts"
import {
  circle,
  dots,
  element,
  ellipse,
  gradient,
  group,
  letters,
  lines,
  path,
  type Point,
  polar,
  rect,
  sheet,
  steps,
  through,
  type Wording,
} from "./ink.ts"

/** Straight strings that make a curve: each runs from one edge to the next. */
function web(corner: Point, first: Point, second: Point, count: number): [Point, Point][] {
  const towards = (to: Point, share: number): Point => [
    corner[0] + (to[0] - corner[0]) * share,
    corner[1] + (to[1] - corner[1]) * share,
  ]
  return steps(count + 1).map((string) => [
    towards(first, string / count),
    towards(second, 1 - string / count),
  ])
}

/** Four webs of string leave the waist of a violin free. */
export function nightOfStrings({ title, english, house }: Wording): string {
  const [night, copper, gold, rose] = ["#0c1f1c", "#d98c4a", "#f2cf8f", "#b65a3c"]
  const bows: [Point, Point, Point, string][] = [
    [[0, 0], [0, 640], [420, 0], gold],
    [[600, 0], [600, 640], [180, 0], copper],
    [[0, 640], [0, 130], [520, 640], rose],
    [[600, 640], [600, 130], [80, 640], gold],
  ]
  const hole = "M0 -92C-30 -104 -40 -62 -12 -56M0 -92C26 -60 -26 60 0 92C30 104 40 62 12 56"
  return sheet(
    night,
    ...bows.map(([corner, first, second, colour]) =>
      lines(web(corner, first, second, 36), colour, 1.4),
    ),
    rect([0, 640], [600, 160], { fill: night }),
    ...[-1, 1].map((side) =>
      group(
        { transform: `translate(${300 + side * 66} 330) scale(${side} 1) rotate(8)` },
        path(hole, { stroke: gold, "stroke-width": 9, "stroke-linecap": "round", fill: "none" }),
        dots(
          [
            [-13, -64],
            [13, 64],
          ],
          19,
          gold,
        ),
      ),
    ),
    lines(
      steps(4).map((string): [Point, Point] => [
        [279 + string * 14, 0],
        [279 + string * 14, 640],
      ]),
      "#fff3dc",
      1.8,
    ),
    path("M262 402h76l-8 -14q-30 -10 -60 0Z", { fill: copper }),
    letters([title.join(" ")], { at: [36, 740], size: 92, fill: "#fff3dc" }),
    letters([english], { at: [564, 712], size: 20, fill: copper, weight: 600, anchor: "end" }),
    letters([house], { at: [564, 740], size: 18, fill: gold, weight: 500, anchor: "end" }),
  )
}

/** A ridge of mountains from edge to edge. */
function ridge(seed: string, top: number, rise: number): string {
  const dice = diceOf(seed)
  const peaks = steps(9).map((step): Point => [
    step * 75,
    top - (step % 2) * rise * between(dice, 0.35, 1),
  ])
  const [first = [0, top], ...rest] = peaks
  const slopes = rest.map(([x, y], index) => {
    const [fromX, fromY] = peaks[index] ?? first
    const middle = Math.round((fromX + x) / 2)
    return `C${middle} ${Math.round(fromY)} ${middle} ${Math.round(y)} ${x} ${Math.round(y)}`
  })
  return `M0 ${Math.round(first[1])}${slopes.join("")}V800H0Z`
}

/** A fan opens under the moon; the title runs down as it does on a scroll. */
export function moonlitPansori({ title, english, house }: Wording): string {
  const [paper, ink, red] = ["#efe5d2", "#1b1a22", "#c5322c"]
  const mists = ["#8f949c", "#62666f", "#393b44"].map((colour, index) =>
    gradient(`pansori-mist-${index}`, [colour, paper], {
      gradientUnits: "userSpaceOnUse",
      x2: 0,
      y1: 300 + index * 70,
      y2: 560 + index * 80,
    }),
  )
  const hub: Point = [226, 800]
  const ribs = steps(15).map((rib): [Point, Point] => [
    polar(hub, 60, -164 + rib * 10.6),
    polar(hub, 268, -164 + rib * 10.6),
  ])
  const [left, right] = [polar(hub, 268, -164), polar(hub, 268, -15.6)]
  const [inLeft, inRight] = [polar(hub, 104, -164), polar(hub, 104, -15.6)]
  const at = (point: Point) => point.map(Math.round).join(" ")
  return sheet(
    paper,
    element("defs", {}, mists.map(({ defs }) => defs).join("")),
    circle([222, 228], 150, { fill: "#fbf6e9" }),
    circle([222, 228], 150, { fill: "none", stroke: "#d8c9a8", "stroke-width": 2 }),
    ...mists.map(({ paint }, index) =>
      path(ridge(`pansori-${index}`, 440 + index * 70, 150 - index * 15), { fill: paint }),
    ),
    lines(ribs, ink, 3.5),
    path(`M${at(left)}A268 268 0 0 1 ${at(right)}L${at(inRight)}A104 104 0 0 0 ${at(inLeft)}Z`, {
      fill: red,
    }),
    lines(
      ribs.map(([from, to]): [Point, Point] => [from, to]),
      "#8f1d1b",
      2,
    ),
    circle(polar(hub, 192, -88), 40, { fill: "#fbf6e9" }),
    path("M60 150q40 -14 80 0t80 0t76 -4M130 290q34 -10 66 0t66 0t66 -2", {
      stroke: paper,
      "stroke-width": 10,
      "stroke-linecap": "round",
      fill: "none",
    }),
    ...title.map((word, column) =>
      letters(word.split(""), {
        at: [column === 0 ? 528 : 424, column === 0 ? 112 : 192],
        size: 90,
        fill: ink,
        leading: 1.08,
        anchor: "middle",
      }),
    ),
    rect([500, 322], [56, 56], { fill: red, rx: 6 }),
    letters(["소리"], { at: [528, 358], size: 23, fill: paper, anchor: "middle" }),
    letters([english], { at: [38, 58], size: 21, fill: ink, weight: 700 }),
    letters([house], { at: [570, 774], size: 18, fill: ink, weight: 500, anchor: "end" }),
  )
}

/** Twelve bowls, seen from above, after twelve different notes. */
export function waterConcerto({ title, english, house }: Wording): string {
  const dice = diceOf("bowls")
  const blues = ["#0b3c8c", "#1663c7", "#2f8be6", "#7fbdf2", "#bfe0fa"]
  const bowls = steps(12).map((bowl) => {
    const center: Point = [114 + (bowl % 3) * 186, 104 + Math.floor(bowl / 3) * 148]
    const drop = polar([0, 0], between(dice, 4, 22), between(dice, 0, 360))
    const depth = Math.floor(between(dice, 0, 3))
    const rings = steps(2 + Math.floor(between(dice, 0, 5))).map((ring) =>
      circle(
        [center[0] + drop[0] * (1 - ring / 8), center[1] + drop[1] * (1 - ring / 8)],
        7 + ring * 8.5,
        {
          fill: "none",
          stroke: depth > 1 ? "#0b3c8c" : "#ffffff",
          "stroke-width": 3.4 - ring * 0.45,
        },
      ),
    )
    return [
      ellipse([center[0] + 7, center[1] + 11], [68, 66], { fill: "#0a2a5e", opacity: "0.12" }),
      circle(center, 66, { fill: "#ffffff" }),
      circle(center, 57, { fill: blues[depth + 1] ?? "" }),
      ...rings,
    ].join("")
  })
  return sheet(
    "#e6eff5",
    ...bowls,
    path(
      through([
        [40, 660],
        [560, 660],
      ]),
      { stroke: "#0b3c8c", "stroke-width": 2 },
    ),
    letters([title.join(" ")], { at: [38, 736], size: 66, fill: "#0b2f6b" }),
    letters([english], { at: [560, 714], size: 20, fill: "#1663c7", weight: 600, anchor: "end" }),
    letters([house], { at: [560, 740], size: 17, fill: "#0b2f6b", weight: 500, anchor: "end" }),
  )
}
