import { createHash } from "node:crypto"

/** Pieces of SVG as text, of which posters are painted. The sheet is 600 wide and 800 high. */
export const WIDTH = 600
export const HEIGHT = 800

export type Attributes = Record<string, string | number>

const short = (value: string | number) =>
  typeof value === "number" ? Math.round(value * 10) / 10 : value

export function element(name: string, attributes: Attributes, ...inside: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${short(value)}"`)
  return `<${name}${written.join("")}>${inside.join("")}</${name}>`
}

export const circle = (cx: number, cy: number, r: number, paint: Attributes) =>
  element("circle", { cx, cy, r, ...paint })

export const rect = (at: [number, number], size: [number, number], paint: Attributes) =>
  element("rect", { x: at[0], y: at[1], width: size[0], height: size[1], ...paint })

type Point = [number, number]

const through = (points: Point[]) =>
  `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join("L")}`

export const shape = (points: Point[], paint: Attributes) =>
  element("path", { d: `${through(points)}Z`, ...paint })

export const line = (points: Point[], paint: Attributes) =>
  element("path", { d: through(points), fill: "none", "stroke-linecap": "round", ...paint })

export const polar = ([x, y]: Point, radius: number, degrees: number): Point => [
  x + radius * Math.cos((degrees * Math.PI) / 180),
  y + radius * Math.sin((degrees * Math.PI) / 180),
]

export const steps = (count: number) => Array.from({ length: count }, (_, index) => index)

export type Dice = {
  between: (low: number, high: number) => number
  one: <Kind>(kinds: readonly [Kind, ...Kind[]]) => Kind
}

/** Chance that a name decides: the same name draws the same again. */
export function diceOf(name: string): Dice {
  const digest = createHash("sha256").update(name).digest()
  let state = digest.readUInt32BE(0) || 1
  const next = () => {
    // Marsaglia's xorshift.
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  return {
    between: (low, high) => low + next() * (high - low),
    one: (kinds) => kinds[Math.floor(next() * kinds.length)] ?? kinds[0],
  }
}
