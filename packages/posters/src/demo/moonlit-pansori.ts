import { between, diceOf } from "@podo/db/dice"
import {
  circle,
  element,
  gradient,
  letters,
  lines,
  path,
  type Point,
  polar,
  rect,
  sheet,
  steps,
  type Wording,
} from "./ink.ts"

/** A ridge of mountains from edge to edge. */
function ridge(seed: string, top: number, rise: number): string {
  const dice = diceOf(seed)
  const shift = between(dice, -70, 0)
  const peaks = steps(10).map((step): Point => [
    Math.round(shift + step * 78 + between(dice, -16, 16)),
    top - (step % 2 === 0 ? between(dice, 0, 0.3) : between(dice, 0.45, 1.15)) * rise,
  ])
  const [first = [0, top], ...rest] = peaks
  const slopes = rest.map(([x, y], index) => {
    const [fromX, fromY] = peaks[index] ?? first
    const middle = Math.round((fromX + x) / 2)
    return `C${middle} ${Math.round(fromY)} ${middle} ${Math.round(y)} ${x} ${Math.round(y)}`
  })
  return `M${first[0]} ${Math.round(first[1])}${slopes.join("")}V800H0Z`
}

const at = (point: Point) => point.map(Math.round).join(" ")

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
