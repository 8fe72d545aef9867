import {
  circle,
  element,
  ellipse,
  gradient,
  group,
  letters,
  lines,
  path,
  type Point,
  polar,
  sheet,
  steps,
  type Wording,
} from "./ink.ts"

/** A bicycle with one wheel before a very large sun. */
export function desertBicycle({ title, english, house }: Wording): string {
  const sun = gradient("desert-sun", ["#ffcf5c", "#f4683c"])
  const frame =
    "M372 556L424 486L508 486L456 560L424 486M456 560L508 486M508 486L500 458H478M424 486L416 462H398M416 462H434"
  const spokes = steps(12).map((spoke): [Point, Point] => [
    [372, 556],
    polar([372, 556], 50, spoke * 30),
  ])
  return sheet(
    "#fbe6c4",
    element("defs", {}, sun.defs),
    circle([330, 360], 236, { fill: sun.paint }),
    path("M0 520C90 470 180 470 290 520S480 590 600 530V800H0Z", { fill: "#d98a4e" }),
    path("M0 610C120 560 260 640 380 612S540 570 600 590V800H0Z", { fill: "#b9643a" }),
    path("M372 612L130 700L150 706L420 622Z", { fill: "#7d3a28", opacity: "0.55" }),
    path("M0 700C140 650 280 700 400 690S560 660 600 676V800H0Z", { fill: "#7d3a28" }),
    lines(spokes, "#3a1a17", 1.6),
    circle([372, 556], 52, { stroke: "#3a1a17", "stroke-width": 6, fill: "none" }),
    path(frame, {
      stroke: "#3a1a17",
      "stroke-width": 7,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
      fill: "none",
    }),
    path("M508 486L530 552", {
      stroke: "#3a1a17",
      "stroke-width": 7,
      "stroke-linecap": "round",
      fill: "none",
    }),
    group(
      { transform: "translate(96 650) rotate(14)" },
      ellipse([8, 38], [46, 9], { fill: "#5a211b", opacity: "0.4" }),
      ellipse([0, 0], [30, 40], { stroke: "#3a1a17", "stroke-width": 5, fill: "none" }),
      lines(
        steps(6).map((spoke): [Point, Point] => [
          polar([0, 0], 30, spoke * 60),
          polar([0, 0], 30, spoke * 60 + 180),
        ]),
        "#3a1a17",
        1.4,
      ),
    ),
    letters(title, { at: [40, 106], size: 70, fill: "#5a211b", leading: 1.1 }),
    letters([english], { at: [40, 752], size: 20, fill: "#fbe6c4", weight: 600 }),
    letters([house], { at: [40, 778], size: 17, fill: "#e9b98a", weight: 500 }),
  )
}
