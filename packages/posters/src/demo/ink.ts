/** Pieces of SVG as text, of which the demo's posters are drawn. The sheet is 600 wide and 800 high. */
export const WIDTH = 600
export const HEIGHT = 800

export type Point = [number, number]

export const round = (value: number) => Math.round(value * 10) / 10

const FONTS = "Pretendard,'Noto Sans KR',NanumGothic,sans-serif"

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

type Attributes = Record<string, string | number>

export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : value}"`,
  )
  return content === ""
    ? `<${name}${written.join("")}/>`
    : `<${name}${written.join("")}>${content}</${name}>`
}

export const group = (attributes: Attributes, ...parts: string[]) =>
  element("g", attributes, parts.join(""))

export const circle = ([cx, cy]: Point, r: number, paint: Attributes) =>
  element("circle", { cx, cy, r, ...paint })

export const ellipse = ([cx, cy]: Point, [rx, ry]: Point, paint: Attributes) =>
  element("ellipse", { cx, cy, rx, ry, ...paint })

export const rect = ([x, y]: Point, [width, height]: Point, paint: Attributes) =>
  element("rect", { x, y, width, height, ...paint })

export const path = (d: string, paint: Attributes) => element("path", { d, ...paint })

const pair = ([x, y]: Point) => `${round(x)} ${round(y)}`

/** A line through the points. */
export const through = (points: Point[]) => `M${points.map(pair).join("L")}`

/** A line on whole coordinates, each point as a step from the last: half the size of `through`. */
export function brokenLine(points: Point[]): string {
  const whole = points.map(([x, y]): Point => [Math.round(x), Math.round(y)])
  const moves = whole.map(([x, y], index) => {
    const before = whole[index - 1]
    return before ? `${x - before[0]},${y - before[1]}` : `M${x},${y}l`
  })
  return moves.join(" ")
}

export const shape = (points: Point[], paint: Attributes) => path(`${through(points)}Z`, paint)

/** Many dots in one path: no length, but round ends. */
export const dots = (points: Point[], size: number, stroke: string, opacity = 1) =>
  path(points.map((point) => `M${pair(point)}h0`).join(""), {
    stroke,
    "stroke-width": size,
    "stroke-linecap": "round",
    opacity: String(opacity),
  })

/** Many lines in one path. */
export const lines = (ends: [Point, Point][], stroke: string, width: number) =>
  path(ends.map(([from, to]) => `M${pair(from)}L${pair(to)}`).join(""), {
    stroke,
    "stroke-width": String(width),
    fill: "none",
  })

export const polar = ([x, y]: Point, radius: number, degrees: number): Point => [
  x + radius * Math.cos((degrees * Math.PI) / 180),
  y + radius * Math.sin((degrees * Math.PI) / 180),
]

export const steps = (count: number) => Array.from({ length: count }, (_, index) => index)

/** A gradient, and the paint that refers to it. */
export function gradient(id: string, stops: string[], attributes: Attributes = { x2: 0, y2: 1 }) {
  const colours = stops.map((colour, index) =>
    element("stop", {
      offset: `${round((100 * index) / (stops.length - 1))}%`,
      "stop-color": colour,
    }),
  )
  const name = "r" in attributes ? "radialGradient" : "linearGradient"
  return { paint: `url(#${id})`, defs: element(name, { id, ...attributes }, colours.join("")) }
}

export type Lettering = {
  at: Point
  size: number
  fill: string
  weight?: number
  /** From one line to the next, as a part of the size. */
  leading?: number
  anchor?: "start" | "middle" | "end"
  spacing?: number
}

/** One line of text under another. */
export function letters(text: string[], lettering: Lettering): string {
  const { at, size, fill, weight = 800, leading = 1.16, anchor = "start", spacing = 0 } = lettering
  const spans = text.map((line, index) =>
    element("tspan", { x: at[0], ...(index > 0 && { dy: size * leading }) }, escaped(line)),
  )
  return element(
    "text",
    {
      x: at[0],
      y: at[1],
      "font-family": FONTS,
      "font-size": size,
      "font-weight": weight,
      fill,
      ...(anchor !== "start" && { "text-anchor": anchor }),
      ...(spacing !== 0 && { "letter-spacing": String(spacing) }),
    },
    spans.join(""),
  )
}

export const sheet = (background: string, ...parts: string[]) =>
  element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    [rect([0, 0], [WIDTH, HEIGHT], { fill: background }), ...parts].join(""),
  )

/** The words on a poster, in the lines in which they are set. */
export type Wording = { title: string[]; english: string; house: string }
