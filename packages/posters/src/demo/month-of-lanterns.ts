import {
  circle,
  element,
  ellipse,
  gradient,
  group,
  letters,
  path,
  type Point,
  rect,
  sheet,
  steps,
  type Wording,
} from "./ink.ts"

const NIGHTS = 28
const A_WEEK = 7
// The nights on which no lantern is lit: the village rests once a week.
const isDark = (night: number) => night % A_WEEK === 0

const papers = ["#ffcf5c", "#ff9d4d", "#ff6f5e", "#ffe3a1", "#f7b7a3"]

/** A paper lantern, hung from the line above it. */
function lantern([x, y]: Point, night: number): string {
  const paper = isDark(night) ? "#2c3563" : (papers[(night * 3) % papers.length] ?? "")
  const ribs = [-13, 0, 13].map((rib) =>
    path(`M${x + rib} ${y - 25}Q${x + rib * 1.7} ${y} ${x + rib} ${y + 25}`, {
      stroke: "#171c40",
      "stroke-width": "1.2",
      opacity: "0.35",
      fill: "none",
    }),
  )
  return group(
    {},
    ...(isDark(night) ? [] : [circle([x, y], 46, { fill: "url(#lantern-glow)" })]),
    path(`M${x} ${y - 42}V${y - 26}`, { stroke: "#8b93c9", "stroke-width": 1.5 }),
    ellipse([x, y], [25, 28], { fill: paper }),
    ...ribs,
    rect([x - 11, y - 31], [22, 6], { fill: "#171c40", rx: 2 }),
    rect([x - 11, y + 25], [22, 6], { fill: "#171c40", rx: 2 }),
    path(`M${x} ${y + 31}v13`, { stroke: paper, "stroke-width": 3 }),
  )
}

/** Roofs of tiles, one behind another. */
function roof([x, y]: Point, width: number, fill: string): string {
  const half = width / 2
  return path(
    `M${x - half - 26} ${y + 6}Q${x - half + 20} ${y + 2} ${x - half + 56} ${y - 44}H${x + half - 56}Q${x + half - 20} ${y + 2} ${x + half + 26} ${y + 6}L${x + half - 8} ${y + 20}H${x - half + 8}Z`,
    { fill },
  )
}

/** A month of nights over a village, a lantern each, and the moon that goes with them. */
export function monthOfLanterns({ title, english, house }: Wording): string {
  const night = gradient("lantern-night", ["#11163a", "#2a2a6a", "#6b3f7c"])
  const glow = element(
    "radialGradient",
    { id: "lantern-glow" },
    element("stop", { offset: "0%", "stop-color": "#ffd98a", "stop-opacity": "0.55" }) +
      element("stop", { offset: "100%", "stop-color": "#ffd98a", "stop-opacity": "0" }),
  )
  const strings = steps(NIGHTS / A_WEEK).map((week) =>
    path(`M-10 ${268 + week * 98}Q300 ${300 + week * 98} 610 ${268 + week * 98}`, {
      stroke: "#8b93c9",
      "stroke-width": "1.5",
      fill: "none",
    }),
  )
  const lanterns = steps(NIGHTS).map((at) => {
    const column = at % A_WEEK
    const sag = 16 - ((column - 3) / 3.6) ** 2 * 12
    return lantern([60 + column * 80, 308 + Math.floor(at / A_WEEK) * 98 + sag], at)
  })
  return sheet(
    night.paint,
    element("defs", {}, night.defs + glow),
    path("M466 60A62 62 0 1 1 430 144A56 56 0 0 0 466 60Z", { fill: "#ffe9b8" }),
    ...strings,
    ...lanterns,
    roof([120, 722], 260, "#141836"),
    roof([492, 716], 280, "#141836"),
    roof([306, 746], 330, "#0c0f26"),
    rect([0, 732], [600, 68], { fill: "#0c0f26" }),
    letters([title.join(" ")], { at: [40, 128], size: 96, fill: "#fff4d6", spacing: -2 }),
    letters([english], { at: [44, 176], size: 28, fill: "#ffcf5c", weight: 600, spacing: 1 }),
    letters([house], { at: [300, 780], size: 20, fill: "#c9cdf0", weight: 500, anchor: "middle" }),
  )
}
