import { between, diceOf } from "@podo/db/dice"
import {
  dots,
  element,
  gradient,
  group,
  letters,
  path,
  type Point,
  rect,
  sheet,
  steps,
  through,
  type Wording,
} from "./ink.ts"

const whaleBody =
  "M-190 40C-150 -60 20 -110 150 -60C210 -36 250 0 300 -20C322 -30 330 -66 318 -96C352 -84 366 -52 362 -30C388 -40 420 -34 438 -10C404 -4 384 8 368 26C340 62 280 92 200 112C80 142 -120 140 -176 92C-190 80 -196 58 -190 40Z"

const whaleBelly =
  "M-190 52C-110 66 -30 70 60 62C110 92 60 122 -20 128C-100 132 -160 112 -178 90C-188 80 -194 66 -190 52Z"

/** A whale made of sky passes over the observatory. */
export function blueWhale({ title, english, house }: Wording): string {
  const dice = diceOf("whale")
  const sky = gradient("whale-sky", ["#071a3d", "#0d3c78", "#2f7fb8"])
  const stars = (count: number) =>
    steps(count)
      .map((): Point => [between(dice, 10, 590), between(dice, 10, 600)])
      // Not behind the letters.
      .filter(([x, y]) => x > 330 || y > 240)
  const marks: Point[] = [
    [-120, 0],
    [-40, -48],
    [40, -20],
    [110, -42],
    [170, 8],
    [250, 22],
  ]
  const grooves = steps(5).map(
    (row) => `M${-176 + row * 7} ${70 + row * 10}q70 12 ${186 - row * 26} 0`,
  )
  return sheet(
    sky.paint,
    element("defs", {}, sky.defs),
    dots(stars(150), 2.2, "#dff1ff", 0.7),
    dots(stars(40), 4.2, "#ffffff", 0.95),
    group(
      { transform: "translate(206 400) rotate(-13) scale(0.93)" },
      path(whaleBody, { fill: "#63b3e4" }),
      path(whaleBelly, { fill: "#e9f6ff" }),
      path(grooves.join(""), { stroke: "#63b3e4", "stroke-width": 3, fill: "none" }),
      path("M20 84C10 130 50 176 96 190C96 150 84 110 64 80Z", { fill: "#3f93cc" }),
      path(through(marks), {
        stroke: "#fff3b0",
        "stroke-width": 1.5,
        fill: "none",
        opacity: "0.8",
      }),
      dots(marks, 9, "#fff3b0"),
      dots([[-146, 34]], 11, "#071a3d"),
    ),
    path("M0 690C120 640 200 610 300 650C400 690 480 640 600 668V800H0Z", { fill: "#0a2b57" }),
    path("M0 740C160 690 330 712 600 730V800H0Z", { fill: "#061a3a" }),
    rect([424, 616], [76, 50], { fill: "#f4f8fb" }),
    path("M420 620a42 42 0 0 1 84 0Z", { fill: "#d2e3ee" }),
    path("M452 612L436 566L446 562L466 608Z", { fill: "#fff3b0" }),
    path("M441 564L330 470L382 448Z", { fill: "#fff3b0", opacity: "0.28" }),
    letters(title, { at: [40, 112], size: 74, fill: "#ffffff", leading: 1.08 }),
    letters([english], { at: [44, 226], size: 20, fill: "#a9d8f5", weight: 500 }),
    letters([house], { at: [44, 772], size: 18, fill: "#a9d8f5", weight: 500 }),
  )
}
