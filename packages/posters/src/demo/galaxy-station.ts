import { between, diceOf } from "@podo/db/dice"
import {
  circle,
  dots,
  element,
  ellipse,
  gradient,
  group,
  letters,
  path,
  type Point,
  polar,
  rect,
  round,
  sheet,
  steps,
  WIDTH,
  type Wording,
} from "./ink.ts"

/** Wristbands in the rows of a stadium. */
function crowd(seed: string, count: number): Point[] {
  const dice = diceOf(seed)
  return steps(count).map((): Point => {
    const ring = Math.floor(between(dice, 0, 9))
    const angle = between(dice, 8, 172)
    return [
      300 + (190 + ring * 30) * 1.15 * Math.cos((angle * Math.PI) / 180),
      590 + (38 + ring * 24) * Math.sin((angle * Math.PI) / 180),
    ]
  })
}

const orbits = [
  { radius: 210, colour: "#7df9ff", width: 3.2 },
  { radius: 262, colour: "#b794ff", width: 2.4 },
  { radius: 322, colour: "#ff8bd8", width: 1.6 },
]
const FLATTENED = 0.27

/** One half of each orbit: behind the planet (1), or before it (0). */
const halfOrbits = (sweep: 0 | 1) =>
  orbits
    .map(({ radius, colour, width }) =>
      path(`M-${radius} 0A${radius} ${round(radius * FLATTENED)} 0 0 ${sweep} ${radius} 0`, {
        fill: "none",
        stroke: colour,
        "stroke-width": width,
      }),
    )
    .join("")

const stops = [
  { radius: 210, angle: 205 },
  { radius: 262, angle: 318 },
  { radius: 262, angle: 28 },
  { radius: 322, angle: 150 },
].map(({ radius, angle }): Point => {
  const [x, y] = polar([0, 0], radius, angle)
  return [x, y * FLATTENED]
})

/** A planet arrives above fifty thousand lights. */
export function galaxyStation({ title, english, house }: Wording): string {
  const dice = diceOf("galaxy")
  const space = gradient("galaxy-space", ["#05030f", "#150a3c", "#3a1078"])
  const planet = gradient("galaxy-planet", ["#ffd1f3", "#ff6ac6", "#6a2cf5"], { x2: 0.8, y2: 1 })
  const beam = gradient("galaxy-beam", ["#ffffff", "#8b5cf6"])
  const tilt = { transform: "translate(300 250) rotate(-16)" }
  return sheet(
    space.paint,
    element("defs", {}, space.defs + planet.defs + beam.defs),
    dots(
      steps(130).map((): Point => [between(dice, 0, 600), between(dice, 0, 520)]),
      1.8,
      "#d9ccff",
      0.8,
    ),
    dots(
      steps(24).map((): Point => [between(dice, 0, 600), between(dice, 0, 480)]),
      3.6,
      "#ffffff",
    ),
    path("M276 300L324 300L470 640L130 640Z", { fill: beam.paint, opacity: "0.22" }),
    group(tilt, halfOrbits(1)),
    circle([300, 250], 138, { fill: planet.paint }),
    path("M170 208q130 34 258 -6M164 262q136 40 272 2M184 318q116 30 232 2", {
      stroke: "#ffffff",
      "stroke-width": 10,
      fill: "none",
      opacity: "0.16",
    }),
    group(tilt, halfOrbits(0), dots(stops, 15, "#ffffff")),
    ellipse([300, 640], [216, 44], { fill: "#0b0524" }),
    dots(crowd("lights-a", 210), 4.2, "#7df9ff", 0.9),
    dots(crowd("lights-b", 170), 4.2, "#ff8bd8", 0.9),
    dots(crowd("lights-c", 100), 5.2, "#ffffff", 0.9),
    letters(title, {
      at: [300, 492],
      size: 92,
      fill: "#ffffff",
      leading: 1.08,
      anchor: "middle",
      spacing: 4,
    }),
    rect([0, 756], [WIDTH, 44], { fill: "#05030f", opacity: "0.78" }),
    letters([english], { at: [24, 784], size: 17, fill: "#e6dcff", weight: 500 }),
    letters([house], { at: [576, 784], size: 17, fill: "#e6dcff", weight: 500, anchor: "end" }),
  )
}
