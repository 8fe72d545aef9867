import { between, diceOf } from "@podo/db/dice"
import {
  circle,
  ellipse,
  letters,
  path,
  type Point,
  polar,
  sheet,
  steps,
  through,
  type Wording,
} from "./ink.ts"

/** Twelve bowls, seen from above, after twelve different notes. */
export function waterConcerto({ title, english, house }: Wording): string {
  const dice = diceOf("bowls")
  const blues = ["#0b3c8c", "#1663c7", "#2f8be6", "#7fbdf2", "#bfe0fa"]
  const bowls = steps(12).map((bowl) => {
    const center: Point = [114 + (bowl % 3) * 186, 104 + Math.floor(bowl / 3) * 148]
    const drop = polar([0, 0], between(dice, 4, 22), between(dice, 0, 360))
    const depth = Math.floor(between(dice, 0, 3))
    const rings = steps(2 + Math.floor(between(dice, 0, 5))).map((ring) =>
      circle(
        [center[0] + drop[0] * (1 - ring / 8), center[1] + drop[1] * (1 - ring / 8)],
        7 + ring * 8.5,
        {
          fill: "none",
          stroke: depth > 1 ? "#0b3c8c" : "#ffffff",
          "stroke-width": 3.4 - ring * 0.45,
        },
      ),
    )
    return [
      ellipse([center[0] + 7, center[1] + 11], [68, 66], { fill: "#0a2a5e", opacity: "0.12" }),
      circle(center, 66, { fill: "#ffffff" }),
      circle(center, 57, { fill: blues[depth + 1] ?? "" }),
      ...rings,
    ].join("")
  })
  return sheet(
    "#e6eff5",
    ...bowls,
    path(
      through([
        [40, 660],
        [560, 660],
      ]),
      { stroke: "#0b3c8c", "stroke-width": 2 },
    ),
    letters([title.join(" ")], { at: [38, 736], size: 66, fill: "#0b2f6b" }),
    letters([english], { at: [560, 714], size: 20, fill: "#1663c7", weight: 600, anchor: "end" }),
    letters([house], { at: [560, 740], size: 17, fill: "#0b2f6b", weight: 500, anchor: "end" }),
  )
}
