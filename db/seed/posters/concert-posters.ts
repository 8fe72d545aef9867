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
  round,
  shape,
  sheet,
  steps,
  through,
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

/** A planet arrives above fifty thousand lights. */
export function galaxyStation({ title, english, house }: Wording): string {
  const dice = diceOf("galaxy")
  const space = gradient("galaxy-space", ["#05030f", "#150a3c", "#3a1078"])
  const planet = gradient("galaxy-planet", ["#ffd1f3", "#ff6ac6", "#6a2cf5"], { x2: 0.8, y2: 1 })
  const beam = gradient("galaxy-beam", ["#ffffff", "#8b5cf6"])
  const radii = [210, 262, 322]
  const orbit = (index: number, d: string) =>
    path(d, {
      fill: "none",
      stroke: ["#7df9ff", "#b794ff", "#ff8bd8"][index] ?? "",
      "stroke-width": 3.2 - index * 0.8,
    })
  // One half of each orbit is behind the planet, the other before it.
  const [behind, before] = [1, 0].map((sweep) =>
    radii
      .map((r, index) => orbit(index, `M-${r} 0A${r} ${round(r * 0.27)} 0 0 ${sweep} ${r} 0`))
      .join(""),
  )
  const tilt = { transform: "translate(300 250) rotate(-16)" }
  const stops = [205, 318, 28, 150].map((angle, index): Point => {
    const radius = [210, 262, 262, 322][index] ?? 0
    const [x, y] = polar([0, 0], radius, angle)
    return [x, y * 0.27]
  })
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
    shape(
      [
        [276, 300],
        [324, 300],
        [470, 640],
        [130, 640],
      ],
      { fill: beam.paint, opacity: "0.22" },
    ),
    group(tilt, behind ?? ""),
    circle([300, 250], 138, { fill: planet.paint }),
    path("M170 208q130 34 258 -6M164 262q136 40 272 2M184 318q116 30 232 2", {
      stroke: "#ffffff",
      "stroke-width": 10,
      fill: "none",
      opacity: "0.16",
    }),
    group(tilt, before ?? "", dots(stops, 15, "#ffffff")),
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

/** A line on whole coordinates, each point as a step from the last: half the size of `through`. */
function brokenLine(points: Point[]): string {
  const whole = points.map(([x, y]): Point => [Math.round(x), Math.round(y)])
  const moves = whole.map(([x, y], index) => {
    const before = whole[index - 1]
    return before ? `${x - before[0]},${y - before[1]}` : `M${x},${y}l`
  })
  return moves.join(" ")
}

/** Lines that tremble less and less around one quiet point. */
export function temperatureOfQuiet({ title, english, house }: Wording): string {
  const dice = diceOf("quiet")
  const warmth = gradient("quiet-warmth", ["#2f6fdb", "#7a5fc0", "#e0566b", "#f59a4a"], {
    gradientUnits: "userSpaceOnUse",
    x1: 0,
    y1: 90,
    x2: 0,
    y2: 610,
  })
  const rows = steps(36).map((row) => {
    const y = 96 + row * 14.4
    const phase = between(dice, 0, 6.28)
    const points = steps(53).map((step): Point => {
      const x = 40 + step * 10
      const away = Math.min(1, Math.hypot(x - 300, y - 350) / 210)
      const unrest = Math.max(0, away - 0.28) ** 2 * 15
      return [x, y + unrest * Math.sin(step * 0.9 + phase) * Math.cos(step * 0.37 + phase * 2)]
    })
    return brokenLine(points)
  })
  return sheet(
    "#f6f3ec",
    element("defs", {}, warmth.defs),
    path(rows.join(""), {
      stroke: warmth.paint,
      "stroke-width": 3.2,
      "stroke-linejoin": "round",
      fill: "none",
    }),
    circle([300, 350], 62, { fill: "#f6f3ec" }),
    circle([300, 350], 15, { fill: "#26222b" }),
    letters([title.join(" ")], { at: [40, 704], size: 64, fill: "#26222b" }),
    letters([english], { at: [42, 742], size: 20, fill: "#6b6470", weight: 500 }),
    letters([house], { at: [560, 742], size: 18, fill: "#6b6470", weight: 500, anchor: "end" }),
  )
}

/** A cup, a record and eight keys, cut from coloured paper. */
export function midnightDiner({ title, english, house }: Wording): string {
  const [blue, red, cream, ink, gold] = ["#1f4e9c", "#e6492d", "#f5ead2", "#14161f", "#f2b134"]
  const grooves = steps(7).map((ring) =>
    circle([440, 196], 60 + ring * 15, { fill: "none", stroke: "#2b2f40", "stroke-width": 2 }),
  )
  const keys = steps(8).map((key) => rect([key * 75 + 2, 640], [71, 180], { fill: cream }))
  const sharps = [0, 1, 3, 4, 5].map((key) => rect([key * 75 + 53, 640], [44, 92], { fill: ink }))
  return sheet(
    ink,
    rect([0, 0], [WIDTH, 640], { fill: blue }),
    shape(
      [
        [0, 0],
        [292, 0],
        [232, 640],
        [0, 640],
      ],
      { fill: red },
    ),
    circle([440, 196], 166, { fill: ink }),
    ...grooves,
    circle([440, 196], 48, { fill: gold }),
    circle([440, 196], 8, { fill: ink }),
    path("M350 470H560A105 128 0 0 1 455 598A105 128 0 0 1 350 470Z", { fill: cream }),
    path("M352 496c-58 -22 -74 66 14 62", { stroke: cream, "stroke-width": 16, fill: "none" }),
    rect([330, 600], [250, 14], { fill: gold }),
    path(
      "M420 446c-24 -30 24 -44 0 -76M455 446c-24 -30 24 -44 0 -76M490 446c-24 -30 24 -44 0 -76",
      {
        stroke: cream,
        "stroke-width": 9,
        "stroke-linecap": "round",
        fill: "none",
      },
    ),
    ...keys,
    ...sharps,
    letters(title, { at: [36, 128], size: 96, fill: cream, leading: 1.1, spacing: -3 }),
    letters(english.split(" "), { at: [38, 420], size: 30, fill: ink, weight: 800, leading: 1.12 }),
    letters([house], { at: [38, 606], size: 18, fill: cream, weight: 600 }),
  )
}

type Bloom = { at: Point; petals: number; radius: number; colour: string }

/** A rose curve: a flower drawn without lifting the pen. */
function bloom({ at, petals, radius, colour }: Bloom): string {
  const points = steps(101).map((step): Point => {
    const angle = (step / 100) * Math.PI * 2
    const reach = radius * (0.42 + 0.58 * Math.abs(Math.cos((petals / 2) * angle)))
    return [at[0] + reach * Math.cos(angle), at[1] + reach * Math.sin(angle)]
  })
  const outline = `${brokenLine(points)}z`
  const id = `neon-${petals}-${radius}`
  const stem = `M${at[0]} ${round(at[1] + radius * 0.4)}C${at[0] - 26} ${at[1] + radius + 60} ${at[0] + 30} 640 ${at[0]} 800`
  const glow = [14, 7, 2.6].map((width, index) =>
    path(stem, {
      stroke: "#2ef2a5",
      "stroke-width": width,
      opacity: String([0.1, 0.22, 1][index]),
      fill: "none",
    }),
  )
  const petalsDrawn = [18, 9, 3].map((width, index) =>
    element("use", {
      href: `#${id}`,
      stroke: index === 2 ? "#ffffff" : colour,
      "stroke-width": width,
      opacity: String([0.22, 0.6, 1][index]),
      fill: index === 0 ? colour : "none",
      "fill-opacity": "0.35",
      "stroke-linejoin": "round",
    }),
  )
  const heart = dots([at], radius * 0.34, "#fff7b0")
  const defs = element("defs", {}, path(outline, { id }))
  return [defs, ...glow, ...petalsDrawn, heart].join("")
}

/** Flowers as signs of light. */
export function neonGarden({ title, english, house }: Wording): string {
  const night = gradient("neon-night", ["#070b1f", "#0b1c33", "#06291f"])
  const grass = steps(46).map((blade): [Point, Point] => [
    [blade * 13.4, 800],
    [blade * 13.4 + ((blade * 37) % 23) - 11, 742 - ((blade * 53) % 47)],
  ])
  return sheet(
    night.paint,
    element("defs", {}, night.defs),
    path(
      through([
        [0, 604],
        [600, 604],
      ]),
      { stroke: "#2ef2a5", "stroke-width": 1, opacity: "0.25" },
    ),
    bloom({ at: [148, 372], petals: 6, radius: 96, colour: "#ff3ea5" }),
    bloom({ at: [468, 330], petals: 8, radius: 88, colour: "#38b6ff" }),
    bloom({ at: [316, 452], petals: 5, radius: 118, colour: "#a259ff" }),
    bloom({ at: [90, 566], petals: 7, radius: 54, colour: "#ffb02e" }),
    bloom({ at: [520, 560], petals: 5, radius: 60, colour: "#ff5a5a" }),
    lines(grass, "#2ef2a5", 2),
    letters([title.join("")], {
      at: [300, 148],
      size: 118,
      fill: "#ffffff",
      anchor: "middle",
      spacing: 6,
    }),
    letters([english.toUpperCase()], {
      at: [300, 204],
      size: 26,
      fill: "#2ef2a5",
      weight: 600,
      anchor: "middle",
      spacing: 12,
    }),
    letters([house], { at: [300, 236], size: 18, fill: "#9fc7ff", weight: 500, anchor: "middle" }),
  )
}
