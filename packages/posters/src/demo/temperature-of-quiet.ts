import { between, diceOf } from "@podo/db/dice"
import {
  brokenLine,
  circle,
  element,
  gradient,
  letters,
  path,
  type Point,
  sheet,
  steps,
  type Wording,
} from "./ink.ts"

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
