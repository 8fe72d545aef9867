import type { Category } from "@podo/contract/catalog"
import type { EventId } from "@podo/contract/ids"
import { diceOf, element, HEIGHT, line, rect, WIDTH } from "./brush.ts"
import { fitted } from "./lettering.ts"
import { motifs } from "./motifs.ts"
import { palettes } from "./palettes.ts"

export type PosterSubject = {
  eventId: EventId
  title: string
  englishTitle: string | null
  category: Category
}

const FONTS = "Pretendard,'Noto Sans KR',NanumGothic,sans-serif"
const MARGIN = 40
const LEADING = 1.14
const BOTTOM = HEIGHT - 44
const TITLE = { width: WIDTH - 2 * MARGIN, height: 232, sizeMax: 84, sizeMin: 18, leading: LEADING }
const SUBTITLE = { width: TITLE.width, height: 62, sizeMax: 28, sizeMin: 12, leading: 1.25 }

const escaped = (text: string) =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")

type Lettering = { lines: string[]; size: number; leading: number; bottom: number }

/** Lines of text that end at the bottom. */
function letters({ lines, size, leading, bottom }: Lettering, paint: Record<string, string>) {
  const first = bottom - (lines.length - 1) * size * leading
  return lines
    .map((text, index) =>
      element(
        "text",
        {
          x: MARGIN,
          y: first + index * size * leading,
          "font-family": FONTS,
          "font-size": size,
          ...paint,
        },
        escaped(text),
      ),
    )
    .join("")
}

/** An SVG document of 600 × 800, the same for the same event, titles and category. */
export function drawPoster({ eventId, title, englishTitle, category }: PosterSubject): string {
  const dice = diceOf(eventId)
  const colours = dice.one(palettes[category])
  const { ground, deep, light, spark } = colours
  const subtitle = englishTitle && englishTitle !== title ? fitted(englishTitle, SUBTITLE) : null
  const subtitleHeight = subtitle ? subtitle.lines.length * subtitle.size * SUBTITLE.leading : 0
  const heading = fitted(title, TITLE)
  const bottom = BOTTOM - (subtitle ? subtitleHeight + 14 : 0)
  const top = bottom - heading.lines.length * heading.size * LEADING
  const shade = element(
    "linearGradient",
    { id: "shade", x1: 0, y1: 0, x2: 0, y2: 1 },
    element("stop", { offset: "0", "stop-color": deep, "stop-opacity": "0" }),
    element("stop", { offset: "0.28", "stop-color": deep, "stop-opacity": "0.86" }),
    element("stop", { offset: "1", "stop-color": deep }),
  )
  const shadeTop = Math.min(top - 130, 520)
  const inside = [
    element("defs", {}, shade),
    rect([0, 0], [WIDTH, HEIGHT], { fill: ground }),
    ...motifs[category](colours, dice),
    rect([0, shadeTop], [WIDTH, HEIGHT - shadeTop], { fill: "url(#shade)" }),
    line(
      [
        [MARGIN, top - 22],
        [MARGIN + 56, top - 22],
      ],
      { stroke: spark, "stroke-width": 6 },
    ),
    letters({ ...heading, leading: LEADING, bottom }, { fill: light, "font-weight": "800" }),
    subtitle
      ? letters(
          { ...subtitle, leading: SUBTITLE.leading, bottom: BOTTOM },
          { fill: light, "font-weight": "500", opacity: "0.85" },
        )
      : "",
  ]
  const attributes = { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${HEIGHT}` }
  return element("svg", attributes, ...inside)
}
