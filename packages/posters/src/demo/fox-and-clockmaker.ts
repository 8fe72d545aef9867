import {
  circle,
  element,
  group,
  letters,
  lines,
  path,
  type Point,
  polar,
  round,
  sheet,
  steps,
  type Wording,
} from "./ink.ts"

/** A part of a ring, as a stroke. */
function bow(center: Point, radius: number, [from, to]: Point): string {
  const [start, end] = [polar(center, radius, from), polar(center, radius, to)]
  const large = to - from > 180 ? 1 : 0
  return `M${start.map(round).join(" ")}A${radius} ${radius} 0 ${large} 1 ${end.map(round).join(" ")}`
}

const [pine, orange, cream, rust] = ["#123c3b", "#f08132", "#f8ecd4", "#b9501c"]

const head = () =>
  group(
    { transform: "translate(426 196) rotate(32)" },
    path("M-78 -40L-66 -128L-6 -62Z", { fill: rust }),
    path("M78 -40L66 -128L6 -62Z", { fill: rust }),
    path("M-96 -22L-62 -74L62 -74L96 -22L0 96Z", { fill: orange }),
    path("M-96 -22L-16 8L0 96Z", { fill: cream }),
    path("M96 -22L16 8L0 96Z", { fill: cream }),
    path("M-58 -20q16 14 32 0M26 -20q16 14 32 0", {
      stroke: pine,
      "stroke-width": 6,
      "stroke-linecap": "round",
      fill: "none",
    }),
    circle([0, 90], 12, { fill: pine }),
  )

/** A fox sleeps around the clock. */
export function foxAndClockmaker({ title, english, house }: Wording): string {
  const center: Point = [300, 330]
  const ticks = steps(60).map((minute): [Point, Point] => [
    polar(center, minute % 5 === 0 ? 118 : 130, minute * 6),
    polar(center, 140, minute * 6),
  ])
  const teeth = steps(12).map((tooth) =>
    element("rect", {
      x: 80,
      y: 648,
      width: 26,
      height: 40,
      transform: `rotate(${tooth * 30} 93 760)`,
    }),
  )
  const fur = (colour: string, span: Point) =>
    path(bow(center, 196, span), {
      stroke: colour,
      "stroke-width": 88,
      "stroke-linecap": "round",
      fill: "none",
    })
  return sheet(
    pine,
    group({ fill: "#1b504d" }, ...teeth, circle([93, 760], 90, {})),
    group(
      { fill: "#1b504d", transform: "translate(426 -690)" },
      ...teeth,
      circle([93, 760], 90, {}),
    ),
    circle([519, 70], 42, { fill: pine }),
    circle([93, 760], 42, { fill: pine }),
    circle(center, 160, { fill: cream }),
    lines(ticks, pine, 4),
    lines([[center, polar(center, 92, -68)]], pine, 9),
    lines([[center, polar(center, 64, 38)]], pine, 9),
    circle(center, 13, { fill: rust }),
    fur(orange, [-52, 205]),
    fur(cream, [196, 206]),
    head(),
    letters(title, { at: [300, 668], size: 68, fill: cream, leading: 1.08, anchor: "middle" }),
    letters([`${english}  ·  ${house}`], {
      at: [300, 778],
      size: 18,
      fill: "#f3b27d",
      weight: 500,
      anchor: "middle",
    }),
  )
}
