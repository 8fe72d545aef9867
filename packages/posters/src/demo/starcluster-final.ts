import { diceOf } from "@podo/db/dice"
import {
  dots,
  element,
  gradient,
  letters,
  lines,
  path,
  type Point,
  polar,
  rect,
  shape,
  sheet,
  steps,
  WIDTH,
  type Wording,
} from "./ink.ts"

/** Two sides meet, and only one star is to be had. */
export function starclusterFinal({ title, english, house }: Wording): string {
  const [ink, lime, violet, pale] = ["#0b0a14", "#d6ff3d", "#b79bff", "#f3f0ff"]
  const dice = diceOf("final")
  const glow = gradient("final-glow", ["#8f5bff", "#3a12b8"], { x2: 1, y2: 1 })
  const star = steps(10).map((corner): Point =>
    polar([300, 306], corner % 2 === 0 ? 172 : 74, corner * 36 - 90),
  )
  const facets = steps(5).flatMap((point) => {
    const tip = star[point * 2]
    const valley = star[(point * 2 + 1) % 10]
    return tip && valley ? [shape([[300, 306], tip, valley], { fill: ink, opacity: "0.16" })] : []
  })
  const rays = (from: number, to: number) =>
    steps(9).map((ray): [Point, Point] => {
      const angle = from + ((to - from) * (ray + dice() * 0.8)) / 9
      return [
        polar([300, 306], 215 + dice() * 40, angle),
        polar([300, 306], 330 + dice() * 200, angle),
      ]
    })
  const grid = steps(12).flatMap((row) =>
    steps(10).map((column): Point => [20 + column * 17, 28 + row * 17]),
  )
  return sheet(
    lime,
    element("defs", {}, glow.defs),
    path("M0 0L430 0L318 250L372 272L196 620L0 620Z", { fill: glow.paint }),
    path("M430 0L318 250L372 272L196 620L216 620L400 258L346 238L452 0Z", { fill: ink }),
    lines(rays(120, 250), violet, 5),
    lines(rays(-60, 70), ink, 5),
    dots(grid, 5, "#c9b3ff", 0.55),
    dots(
      grid.map(([x, y]): Point => [600 - x, 620 - y]),
      5,
      ink,
      0.4,
    ),
    shape(
      star.map(([x, y]): Point => [x + 12, y + 14]),
      { fill: ink },
    ),
    shape(star, { fill: pale, stroke: ink, "stroke-width": 8, "stroke-linejoin": "round" }),
    ...facets,
    rect([0, 600], [WIDTH, 200], { fill: ink }),
    path("M0 600L600 560L600 640L0 640Z", { fill: ink }),
    letters([title.slice(0, 2).join(" ")], { at: [36, 676], size: 44, fill: pale, weight: 700 }),
    letters([title.slice(2).join(" ")], { at: [32, 766], size: 96, fill: lime, spacing: -2 }),
    letters(english.split(" – "), {
      at: [564, 742],
      size: 19,
      fill: violet,
      weight: 600,
      anchor: "end",
    }),
    letters([house], { at: [564, 712], size: 19, fill: pale, weight: 500, anchor: "end" }),
  )
}
