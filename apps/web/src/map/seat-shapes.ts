import type { SeatLook } from "./seat-look.ts"

/** Each colour of the map, by the variable of the style sheet that has it. */
export const INKS = {
  tier: "--tier",
  tierInk: "--tier-ink",
  pick: "--seat-pick",
  pickInk: "--seat-pick-ink",
  quiet: "--seat-quiet",
  lost: "--seat-lost",
  lostInk: "--seat-lost-ink",
  stage: "--hall-stage",
  paper: "--color-paper",
  sunken: "--color-sunken",
  raised: "--color-raised",
  line: "--color-line",
  lineStrong: "--color-line-strong",
  ink: "--color-ink",
  muted: "--color-muted",
  grapeInk: "--color-grape-ink",
  wash: "--color-wash",
} as const
export type Ink = keyof typeof INKS

/** One stroke of the pen around (0, 0), in plan units, as an SVG path. */
export type Shape = { d: string; fill?: Ink; stroke?: Ink; width?: number }

/** `body` stands along its row, `sign` stays upright on it. */
type Mark = { body: readonly Shape[]; sign: readonly Shape[] }

/** Each state has a shape of its own, so that the map reads without colour. */
const MARKS: Record<SeatLook, Mark> = {
  open: { body: [{ d: rounded(4, 2.2), fill: "tier" }], sign: [] },
  selected: {
    body: [{ d: rounded(5, 2.8), fill: "pick", stroke: "paper", width: 0.6 }],
    sign: [{ d: "M-2.5 .2-.8 2 2.6-1.9", stroke: "pickInk", width: 1.5 }],
  },
  mine: {
    body: [{ d: circle(4.5), fill: "wash", stroke: "grapeInk", width: 1.1 }],
    sign: [{ d: star(3.4, 1.45), fill: "grapeInk" }],
  },
  held: {
    body: [
      { d: rounded(3.6, 2), fill: "paper", stroke: "quiet", width: 0.9 },
      { d: "M-3.1-3.1 3.1 3.1Q2.6 3.6 1.6 3.6h-3.2q-2 0-2-2v-3.2q0-1 .5-1.5Z", fill: "quiet" },
    ],
    sign: [],
  },
  sold: {
    body: [{ d: "M-1.7-1.7 1.7 1.7M1.7-1.7-1.7 1.7", stroke: "quiet", width: 0.95 }],
    sign: [],
  },
  withheld: { body: [{ d: "M-1.8 0h3.6", stroke: "quiet", width: 0.95 }], sign: [] },
  gone: {
    body: [],
    sign: [
      { d: "M0-6.2 6.2 0 0 6.2-6.2 0Z", fill: "lost", stroke: "paper", width: 0.6 },
      { d: "M0-3V.6M0 2.6v.05", stroke: "lostInk", width: 1.5 },
    ],
  },
}

/** On an open seat, in the place of its number. */
const WHEELCHAIR: Shape = {
  d: "M-.7-2.6v.05M-.7-1.3V.6H1.3L2 2.5M-.7-.5H1.1M-1.5-.3A1.75 1.75 0 1 0 .9 2",
  stroke: "tierInk",
  width: 0.9,
}
const COMPANION: Shape = {
  d: "M0-2.6a1 1 0 1 1-.01 0ZM-2.1 2.5V2.1A2.1 2.1 0 0 1 2.1 2.1V2.5",
  stroke: "tierInk",
  width: 0.9,
}

/** Where withheld seats can be chosen they are what is looked for: they stand out from the sold ones. */
const LOOKED_FOR: Mark = { body: [{ d: "M-2.7 0h5.4", stroke: "ink", width: 2.7 }], sign: [] }

export function markOf(look: SeatLook, pressable: ReadonlySet<SeatLook> | undefined): Mark {
  return look === "withheld" && pressable?.has(look) ? LOOKED_FOR : MARKS[look]
}

type Kind = { accessible?: boolean; companion?: boolean }

/** An open seat says for whom it is, if it is not for everybody. */
export function signsOf(
  look: SeatLook,
  { accessible = false, companion = false }: Kind,
  pressable: ReadonlySet<SeatLook> | undefined,
): readonly Shape[] {
  if (look !== "open") return markOf(look, pressable).sign
  if (accessible) return [WHEELCHAIR]
  return companion ? [COMPANION] : []
}

function rounded(half: number, radius: number): string {
  const edge = 2 * (half - radius)
  const turn = (x: number, y: number) => `a${radius} ${radius} 0 0 1 ${x * radius} ${y * radius}`
  return [
    `M${radius - half} ${-half}h${edge}${turn(1, 1)}v${edge}${turn(-1, 1)}`,
    `h${-edge}${turn(-1, -1)}v${-edge}${turn(1, -1)}Z`,
  ].join("")
}

function circle(radius: number): string {
  const half = (way: number) => `a${radius} ${radius} 0 0 1 ${way * 2 * radius} 0`
  return `M${-radius} 0${half(1)}${half(-1)}Z`
}

function star(outer: number, inner: number): string {
  const corners = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? outer : inner
    const angle = (index * Math.PI) / 5 - Math.PI / 2
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`
  })
  return `M${corners.join("L")}Z`
}
