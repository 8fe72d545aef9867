import {
  circle,
  element,
  ellipse,
  gradient,
  group,
  HEIGHT,
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

/** The title stands in the light. */
export function lastLighthouse({ title, english, house }: Wording): string {
  const [night, light, red, cream] = ["#0c1b33", "#ffd24a", "#e5483b", "#f7efe0"]
  const bands = steps(5).map((band) => {
    const half = (y: number) => 26 + ((y - 190) / 400) * 26
    const [from, to] = [196 + band * 84, 196 + band * 84 + 84]
    return shape(
      [
        [110 - half(from), from],
        [110 + half(from), from],
        [110 + half(to), to],
        [110 - half(to), to],
      ],
      { fill: band % 2 === 0 ? red : cream },
    )
  })
  return sheet(
    night,
    circle([300, 62], 24, { fill: cream }),
    circle([289, 56], 22, { fill: night }),
    shape(
      [
        [110, 150],
        [WIDTH, 60],
        [WIDTH, 700],
      ],
      { fill: light },
    ),
    shape(
      [
        [110, 150],
        [0, 118],
        [0, 190],
      ],
      { fill: light },
    ),
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
    shape(
      [
        [478, 640],
        [518, 640],
        [560, HEIGHT],
        [476, HEIGHT],
      ],
      { fill: ink, opacity: "0.85" },
    ),
    letters(title, { at: [44, 118], size: 92, fill: "#f6e7cd", leading: 1.06, spacing: -2 }),
    letters([english], { at: [556, 92], size: 22, fill: ink, weight: 700, anchor: "end" }),
    letters([house], { at: [556, 120], size: 18, fill: ink, weight: 500, anchor: "end" }),
  )
}

/** A part of a ring, as a stroke. */
function bow(center: Point, radius: number, [from, to]: Point): string {
  const [start, end] = [polar(center, radius, from), polar(center, radius, to)]
  const large = to - from > 180 ? 1 : 0
  return `M${start.map(round).join(" ")}A${radius} ${radius} 0 ${large} 1 ${end.map(round).join(" ")}`
}

/** A fox sleeps around the clock. */
export function foxAndClockmaker({ title, english, house }: Wording): string {
  const [pine, orange, cream, rust] = ["#123c3b", "#f08132", "#f8ecd4", "#b9501c"]
  const center: Point = [300, 330]
  const ticks = steps(60).map((minute): [Point, Point] => [
    polar(center, minute % 5 === 0 ? 118 : 130, minute * 6),
    polar(center, 140, minute * 6),
  ])
  const teeth = steps(12).map((tooth) =>
    element("rect", {
      x: 80,
      y: 648,
      width: 26,
      height: 40,
      transform: `rotate(${tooth * 30} 93 760)`,
    }),
  )
  const fur = (colour: string, span: Point) =>
    path(bow(center, 196, span), {
      stroke: colour,
      "stroke-width": 88,
      "stroke-linecap": "round",
      fill: "none",
    })
  return sheet(
    pine,
    group({ fill: "#1b504d" }, ...teeth, circle([93, 760], 90, {})),
    group(
      { fill: "#1b504d", transform: "translate(426 -690)" },
      ...teeth,
      circle([93, 760], 90, {}),
    ),
    circle([519, 70], 42, { fill: pine }),
    circle([93, 760], 42, { fill: pine }),
    circle(center, 160, { fill: cream }),
    lines(ticks, pine, 4),
    lines([[center, polar(center, 92, -68)]], pine, 9),
    lines([[center, polar(center, 64, 38)]], pine, 9),
    circle(center, 13, { fill: rust }),
    fur(orange, [-52, 205]),
    fur(cream, [196, 206]),
    group(
      { transform: "translate(426 196) rotate(32)" },
      shape(
        [
          [-78, -40],
          [-66, -128],
          [-6, -62],
        ],
        { fill: rust },
      ),
      shape(
        [
          [78, -40],
          [66, -128],
          [6, -62],
        ],
        { fill: rust },
      ),
      shape(
        [
          [-96, -22],
          [-62, -74],
          [62, -74],
          [96, -22],
          [0, 96],
        ],
        { fill: orange },
      ),
      shape(
        [
          [-96, -22],
          [-16, 8],
          [0, 96],
        ],
        { fill: cream },
      ),
      shape(
        [
          [96, -22],
          [16, 8],
          [0, 96],
        ],
        { fill: cream },
      ),
      path("M-58 -20q16 14 32 0M26 -20q16 14 32 0", {
        stroke: pine,
        "stroke-width": 6,
        "stroke-linecap": "round",
        fill: "none",
      }),
      circle([0, 90], 12, { fill: pine }),
    ),
    letters(title, { at: [300, 668], size: 68, fill: cream, leading: 1.08, anchor: "middle" }),
    letters([`${english}  ·  ${house}`], {
      at: [300, 778],
      size: 18,
      fill: "#f3b27d",
      weight: 500,
      anchor: "middle",
    }),
  )
}

/** A bicycle with one wheel before a very large sun. */
export function desertBicycle({ title, english, house }: Wording): string {
  const sun = gradient("desert-sun", ["#ffcf5c", "#f4683c"])
  const frame =
    "M372 556L424 486L508 486L456 560L424 486M456 560L508 486M508 486L500 458H478M424 486L416 462H398M416 462H434"
  const spokes = steps(12).map((spoke): [Point, Point] => [
    [372, 556],
    polar([372, 556], 50, spoke * 30),
  ])
  return sheet(
    "#fbe6c4",
    element("defs", {}, sun.defs),
    circle([330, 360], 236, { fill: sun.paint }),
    path("M0 520C90 470 180 470 290 520S480 590 600 530V800H0Z", { fill: "#d98a4e" }),
    path("M0 610C120 560 260 640 380 612S540 570 600 590V800H0Z", { fill: "#b9643a" }),
    path("M372 612L130 700L150 706L420 622Z", { fill: "#7d3a28", opacity: "0.55" }),
    path("M0 700C140 650 280 700 400 690S560 660 600 676V800H0Z", { fill: "#7d3a28" }),
    lines(spokes, "#3a1a17", 1.6),
    circle([372, 556], 52, { stroke: "#3a1a17", "stroke-width": 6, fill: "none" }),
    path(frame, {
      stroke: "#3a1a17",
      "stroke-width": 7,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
      fill: "none",
    }),
    path("M508 486L530 552", {
      stroke: "#3a1a17",
      "stroke-width": 7,
      "stroke-linecap": "round",
      fill: "none",
    }),
    group(
      { transform: "translate(96 650) rotate(14)" },
      ellipse([8, 38], [46, 9], { fill: "#5a211b", opacity: "0.4" }),
      ellipse([0, 0], [30, 40], { stroke: "#3a1a17", "stroke-width": 5, fill: "none" }),
      lines(
        steps(6).map((spoke): [Point, Point] => [
          polar([0, 0], 30, spoke * 60),
          polar([0, 0], 30, spoke * 60 + 180),
        ]),
        "#3a1a17",
        1.4,
      ),
    ),
    letters(title, { at: [40, 106], size: 70, fill: "#5a211b", leading: 1.1 }),
    letters([english], { at: [40, 752], size: 20, fill: "#fbe6c4", weight: 600 }),
    letters([house], { at: [40, 778], size: 17, fill: "#e9b98a", weight: 500 }),
  )
}
