import { circle, HEIGHT, letters, path, rect, shape, sheet, WIDTH, type Wording } from "./ink.ts"

type Doorway = { left: number; top: number; width: number; paint: string; light: string }

/** An open door, and the light that falls out of it. */
function doorway({ left, top, width, paint, light }: Doorway): string {
  const floor = 640
  const right = left + width
  return [
    shape(
      [
        [left, floor],
        [right, floor],
        [right + width * 0.5, HEIGHT],
        [left - width * 0.9, HEIGHT],
      ],
      { fill: light },
    ),
    rect([left, top], [width, floor - top], { fill: light }),
    shape(
      [
        [left, top],
        [left + width * 0.42, top + 34],
        [left + width * 0.42, floor + 36],
        [left, floor],
      ],
      { fill: paint },
    ),
    circle([left + width * 0.35, (top + floor) / 2 + 30], 5.5, { fill: light }),
  ].join("")
}

/** Three doors in three sizes; somebody stands in the last. */
export function threeDoors({ title, english, house }: Wording): string {
  const [wall, ink] = ["#d9422f", "#1c1714"]
  return sheet(
    wall,
    rect([0, 640], [WIDTH, 160], { fill: "#a82c20" }),
    doorway({ left: 74, top: 300, width: 108, paint: ink, light: "#f6e7cd" }),
    doorway({ left: 246, top: 360, width: 96, paint: ink, light: "#f3b33d" }),
    doorway({ left: 414, top: 250, width: 128, paint: ink, light: "#f6e7cd" }),
    circle([498, 430], 17, { fill: ink }),
    path("M478 640L484 470Q498 446 512 470L518 640Z", { fill: ink }),
    path("M478 640L518 640L560 800L476 800Z", { fill: ink, opacity: "0.85" }),
    letters(title, { at: [44, 118], size: 92, fill: "#f6e7cd", leading: 1.06, spacing: -2 }),
    letters([english], { at: [556, 92], size: 22, fill: ink, weight: 700, anchor: "end" }),
    letters([house], { at: [556, 120], size: 18, fill: ink, weight: 500, anchor: "end" }),
  )
}
