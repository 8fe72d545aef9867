import {
  circle,
  element,
  group,
  letters,
  lines,
  path,
  rect,
  shape,
  sheet,
  steps,
  WIDTH,
  type Wording,
} from "./ink.ts"

/** Waves as scales: half circles in half circles, each row half a wave aside. */
function waves(top: number, colours: string[]): string {
  const rings = [50, 38, 26, 14].map((r, ring) => circle([0, 0], r, { fill: colours[ring] ?? "" }))
  const scales = steps(7).flatMap((row) =>
    steps(8).map((column) =>
      element("use", {
        href: "#lighthouse-wave",
        x: column * 100 - (row % 2) * 50 - 25,
        y: top + 50 + row * 30,
      }),
    ),
  )
  return element("defs", {}, group({ id: "lighthouse-wave" }, ...rings)) + scales.join("")
}

/** Half the width of the tower, which grows towards the foot. */
const halfAt = (y: number) => 26 + ((y - 190) / 400) * 26

/** The title stands in the light. */
export function lastLighthouse({ title, english, house }: Wording): string {
  const [night, light, red, cream] = ["#0c1b33", "#ffd24a", "#e5483b", "#f7efe0"]
  const bands = steps(5).map((band) => {
    const [from, to] = [196 + band * 84, 196 + band * 84 + 84]
    return shape(
      [
        [110 - halfAt(from), from],
        [110 + halfAt(from), from],
        [110 + halfAt(to), to],
        [110 - halfAt(to), to],
      ],
      { fill: band % 2 === 0 ? red : cream },
    )
  })
  return sheet(
    night,
    circle([300, 62], 24, { fill: cream }),
    circle([289, 56], 22, { fill: night }),
    path("M110 150L600 60L600 700Z", { fill: light }),
    path("M110 150L0 118L0 190Z", { fill: light }),
    ...bands,
    rect([76, 180], [68, 16], { fill: cream }),
    rect([88, 122], [44, 58], { fill: light }),
    lines(
      [
        [
          [88, 122],
          [88, 180],
        ],
        [
          [110, 122],
          [110, 180],
        ],
        [
          [132, 122],
          [132, 180],
        ],
      ],
      night,
      4,
    ),
    path("M80 122L110 84L140 122Z", { fill: red }),
    waves(560, ["#3f7fc1", "#dbe9f4", "#1f5596", "#f7efe0"]),
    rect([0, 744], [WIDTH, 56], { fill: night }),
    letters(title, { at: [572, 250], size: 68, fill: night, leading: 1.1, anchor: "end" }),
    letters([english], { at: [570, 368], size: 18, fill: night, weight: 600, anchor: "end" }),
    letters([house], { at: [300, 779], size: 18, fill: cream, weight: 500, anchor: "middle" }),
  )
}
