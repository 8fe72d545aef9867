import {
  dots,
  group,
  letters,
  lines,
  path,
  type Point,
  rect,
  sheet,
  steps,
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
