import type { Bar, SectionResult } from "../section.ts"
import { told as figure } from "./print.ts"

const WIDTH = 760
const LABEL = 300
const BAR = 18
const GAP = 6
const GROUP_HEAD = 34
const FIGURE = 90

// On paper of either colour: the ink follows the reader's, and the bars are seen on both.
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .group { font-weight: 600 }
  rect { fill: #8c959f }
  rect.podo { fill: #8250df }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    rect { fill: #7d8590 }
    rect.podo { fill: #a371f7 }
  }`

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

/** Bars in groups, each group with a scale of its own that begins at nothing. */
export function drawChart(told: SectionResult[]): string {
  const bars = told.flatMap(({ finding }) => finding.bars ?? [])
  const parts: string[] = []
  let y = 0
  for (const [group, its] of Map.groupBy(bars, (bar) => bar.group)) {
    parts.push(`<text class="group" x="0" y="${y + 22}">${escaped(group)}</text>`)
    y += GROUP_HEAD
    const most = Math.max(...its.map(({ value }) => value), Number.MIN_VALUE)
    for (const bar of its) {
      parts.push(drawBar(bar, y, bar.value / most))
      y += BAR + GAP
    }
    y += GAP
  }
  const size = `width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}"`
  const title = "<title>Figures of one run of the benchmark</title>"
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">${title}<style>${STYLE}</style>\n${parts.join("\n")}\n</svg>\n`
}

function drawBar({ label, value, unit }: Bar, y: number, share: number): string {
  const width = Math.max(1, Math.round((WIDTH - LABEL - FIGURE) * share))
  const base = y + BAR - 5
  const kind = label.startsWith("Podo") ? ' class="podo"' : ""
  return [
    `<text x="${LABEL - 8}" y="${base}" text-anchor="end">${escaped(label)}</text>`,
    `<rect${kind} x="${LABEL}" y="${y}" width="${width}" height="${BAR}" rx="2"/>`,
    `<text x="${LABEL + width + 6}" y="${base}">${figure(value)}${escaped(unit)}</text>`,
  ].join("")
}
