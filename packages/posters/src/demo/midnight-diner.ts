import { circle, letters, path, rect, sheet, steps, WIDTH, type Wording } from "./ink.ts"

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
    path("M0 0L292 0L232 640L0 640Z", { fill: red }),
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
