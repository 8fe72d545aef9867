import {
  brokenLine,
  dots,
  element,
  gradient,
  letters,
  lines,
  path,
  type Point,
  round,
  sheet,
  steps,
  through,
  type Wording,
} from "./ink.ts"

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
