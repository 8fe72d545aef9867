import type { Category } from "@podo/contract/catalog"
import { circle, type Dice, element, line, polar, rect, shape, steps } from "./brush.ts"
import type { Palette } from "./palettes.ts"

type Motif = (colours: Palette, dice: Dice) => string[]

/** Beams of light on a curtain, and one who stands in them. */
const musical: Motif = ({ deep, mid, light, spark }, dice) => {
  const x = dice.between(230, 370)
  const folds = steps(13).map((fold) =>
    rect([fold * 50 - 10, 0], [24, 800], { fill: deep, opacity: 0.35 }),
  )
  const beams = [-34, -12, 12, 34].map((angle, index) => {
    const top: [number, number] = [x + angle * 6, -20]
    const left = x + angle * 1.5 - 120
    return shape([top, [left, 520], [left + 240, 520]], {
      fill: index % 2 === 0 ? light : spark,
      opacity: 0.2,
    })
  })
  const stars = steps(26).map(() =>
    circle(dice.between(20, 580), dice.between(20, 330), dice.between(1, 3.4), { fill: light }),
  )
  return [
    ...folds,
    ...beams,
    ...stars,
    element("ellipse", { cx: x, cy: 520, rx: 210, ry: 34, fill: light, opacity: 0.85 }),
    circle(x, 318, 25, { fill: deep }),
    element("path", {
      d: `M${Math.round(x)} 338c34 0 34 60 62 176c-40 16 -84 16 -124 0c28 -116 28 -176 62 -176z`,
      fill: mid,
    }),
    line(
      [
        [x + 12, 372],
        [x + 66, 330],
        [x + 92, 276],
      ],
      { stroke: mid, "stroke-width": 13 },
    ),
    circle(x + 94, 262, 12, { fill: spark }),
  ]
}

/** Sound that goes out from a disc. */
const concert: Motif = ({ deep, mid, light, spark }, dice) => {
  const [x, y] = [dice.between(190, 410), dice.between(230, 300)]
  const rings = steps(9).map((ring) =>
    circle(x, y, 400 - ring * 40, {
      fill: ring % 2 === 0 ? mid : deep,
      opacity: 0.28 + ring * 0.07,
    }),
  )
  const bars = steps(24).map((bar) => {
    const height = 30 + Math.abs(Math.sin(bar * dice.between(0.5, 0.9))) * 150
    return rect([14 + bar * 24.2, 560 - height], [13, height + 20], {
      fill: bar % 5 === 2 ? spark : light,
      rx: 6,
      opacity: 0.92,
    })
  })
  return [...rings, circle(x, y, 62, { fill: spark }), circle(x, y, 16, { fill: deep }), ...bars]
}

/** Hills, a sun, and pennants above a meadow. */
const festival: Motif = ({ ground, deep, mid, light, spark }, dice) => {
  const sun = dice.between(150, 450)
  const rays = steps(24).map((ray) => {
    const from = polar([sun, 340], 160, ray * 15)
    const to = polar([sun, 340], 192 + (ray % 2) * 24, ray * 15)
    return line([from, to], { stroke: light, "stroke-width": 5 })
  })
  const hill = (y: number, wave: number, fill: string) => {
    const start = dice.between(0, Math.PI * 2)
    const ridge = steps(31).map((at): [number, number] => [
      at * 20,
      y + Math.sin(start + at / 5) * wave,
    ])
    return shape([[0, 800], ...ridge, [600, 800]], { fill })
  }
  const pennants = (y: number, sag: number) => {
    const at = (x: number) => y + sag * (1 - ((x - 300) / 300) ** 2)
    const flags = steps(12).map((flag) => {
      const x = 26 + flag * 50
      const fill = [light, spark, deep][flag % 3] ?? light
      return shape(
        [
          [x - 17, at(x - 17)],
          [x + 17, at(x + 17)],
          [x, at(x) + 40],
        ],
        { fill },
      )
    })
    const string = steps(31).map((step): [number, number] => [step * 20, at(step * 20)])
    return [line(string, { stroke: light, "stroke-width": 3 }), ...flags]
  }
  return [
    rect([0, 0], [600, 520], { fill: mid, opacity: 0.45 }),
    ...rays,
    circle(sun, 340, 136, { fill: light }),
    circle(sun, 340, 106, { fill: ground }),
    hill(430, 26, ground),
    hill(490, 20, deep),
    ...pennants(30, 40),
    ...pennants(96, 30),
  ]
}

/** Doors within doors, and light behind the last. */
const play: Motif = ({ ground, deep, mid, light, spark }, dice) => {
  const x = dice.between(240, 360)
  const door = (width: number, height: number, fill: string) =>
    element("path", {
      d: `M${Math.round(x - width / 2)} 540v${-height + width / 2}a${width / 2} ${width / 2} 0 0 1 ${width} 0v${height - width / 2}z`,
      fill,
    })
  const boards = steps(9).map((board) =>
    line(
      [
        [x + (board - 4) * 34, 540],
        [x + (board - 4) * 150, 800],
      ],
      { stroke: deep, "stroke-width": 4, opacity: 0.7 },
    ),
  )
  return [
    door(500, 500, mid),
    door(404, 436, ground),
    door(312, 372, deep),
    door(220, 306, spark),
    door(132, 236, light),
    rect([0, 540], [600, 260], { fill: mid }),
    shape(
      [
        [x - 66, 540],
        [x + 66, 540],
        [x + 250, 800],
        [x - 250, 800],
      ],
      {
        fill: light,
        opacity: 0.35,
      },
    ),
    ...boards,
    circle(x, 404, 17, { fill: deep }),
    element("path", {
      d: `M${Math.round(x)} 420c24 0 24 40 30 120h-60c6 -80 6 -120 30 -120z`,
      fill: deep,
    }),
  ]
}

/** Five lines that swing, and notes on them. */
const classical: Motif = ({ deep, mid, light, spark }, dice) => {
  const start = dice.between(0, 6)
  const swing = dice.between(54, 84)
  const at = (x: number, string: number) =>
    250 + string * 30 + Math.sin(start + x / 120) * swing * (1 - string * 0.1) + (x - 300) * -0.16
  const strings = steps(5).map((string) =>
    line(
      steps(34).map((step): [number, number] => [step * 19 - 10, at(step * 19 - 10, string)]),
      { stroke: light, "stroke-width": 3, opacity: 0.85 },
    ),
  )
  const notes = steps(7).map((note) => {
    const x = 60 + note * 80 + dice.between(-14, 14)
    const y = at(x, Math.floor(dice.between(0, 5)))
    const fill = note % 3 === 1 ? spark : light
    const head = element("ellipse", {
      cx: x,
      cy: y,
      rx: 19,
      ry: 14,
      fill,
      transform: `rotate(-20 ${Math.round(x)} ${Math.round(y)})`,
    })
    return (
      head +
      line(
        [
          [x + 16, y - 4],
          [x + 16, y - 92],
        ],
        { stroke: fill, "stroke-width": 5 },
      )
    )
  })
  return [
    circle(dice.between(150, 450), 290, 250, { fill: mid, opacity: 0.55 }),
    circle(dice.between(120, 480), 200, 120, { fill: deep, opacity: 0.6 }),
    ...strings,
    ...notes,
  ]
}

/** Lanes that bend, and a ball that leaves them. */
const sports: Motif = ({ deep, mid, light, spark }, dice) => {
  const lanes = steps(7).map((lane) =>
    circle(-60, 640, 240 + lane * 84, {
      fill: "none",
      stroke: lane % 2 === 0 ? mid : light,
      "stroke-width": lane % 2 === 0 ? 70 : 4,
      opacity: lane % 2 === 0 ? 0.5 : 0.9,
    }),
  )
  const [x, y] = [dice.between(360, 440), dice.between(170, 230)]
  const trail = steps(5).map((mark) =>
    circle(x - 50 - mark * 46, y + 34 + mark * mark * 9 + mark * 24, 56 - mark * 9, {
      fill: spark,
      opacity: 0.4 - mark * 0.07,
    }),
  )
  return [
    shape(
      [
        [380, 0],
        [600, 0],
        [600, 420],
      ],
      { fill: deep, opacity: 0.6 },
    ),
    ...lanes,
    ...trail,
    circle(x, y, 78, { fill: spark }),
    line([polar([x, y], 78, 200), [x, y - 12], polar([x, y], 78, -20)], {
      stroke: deep,
      "stroke-width": 6,
    }),
    line([[x, y - 12], polar([x, y], 78, 95)], { stroke: deep, "stroke-width": 6 }),
  ]
}

export const motifs: Record<Category, Motif> = {
  musical,
  concert,
  festival,
  play,
  classical,
  sports,
}
