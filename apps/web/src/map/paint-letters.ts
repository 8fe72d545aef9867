import { NAME_SIZE } from "./area-names.ts"
import {
  onPixels,
  onPlanUnits,
  setLetters,
  strengthOf,
  type Scene,
  type Sheet,
} from "./painting.ts"
import { isInside, type Point } from "./plan-geometry.ts"
import { rowLabelStep } from "./row-labels.ts"
import type { PaintedRow } from "./seating.ts"
import { onPane } from "./zoom-limits.ts"

const LETTER_PX = 12
/** Smaller letters are specks: zoomed in they come back. */
const READABLE_PX = 5
const LETTER_SIZE_MAX = 8

/** Letters at the ends of rows keep their size on the screen while the hall grows. */
export function paintRowLetters(sheet: Sheet, { seating }: Scene) {
  const { pen, palette, view, inSight, showing } = sheet
  const size = Math.min(LETTER_PX / view.k, LETTER_SIZE_MAX)
  if (size * view.k < READABLE_PX || showing.seats === 0) return
  const step = rowLabelStep(view.k, LETTER_PX)
  onPixels(sheet)
  setLetters(sheet, { px: size * view.k })
  pen.fillStyle = palette.ink("muted")
  pen.globalAlpha = showing.seats
  for (const label of seating.labelsIn(inSight)) {
    if (label.rank % step !== 0) continue
    const { x, y } = onPane(view, label)
    pen.fillText(label.text, x, y)
  }
  pen.globalAlpha = 1
  onPlanUnits(sheet)
}

const NAME_PX = { least: 11, most: 20 }

/** Names of areas beside their seats, where there is room; on a large screen they need not fill it. */
export function paintNames(sheet: Sheet, scene: Scene) {
  const { pen, palette, view, showing } = sheet
  const { seating, speech } = scene
  if (showing.captions === 1) return
  onPixels(sheet)
  const px = Math.min(Math.max(NAME_SIZE * view.k, NAME_PX.least), NAME_PX.most)
  setLetters(sheet, { px, weight: 700 })
  for (const { area, tier } of seating.blocks) {
    const middle = seating.names.get(area.area)
    if (!middle) continue
    pen.globalAlpha = (1 - showing.captions) * strengthOf(area.price, scene)
    pen.fillStyle = palette.ink("tier", tier)
    const { x, y } = onPane(view, middle)
    pen.fillText(speech.named(area.name, area.englishName), x, y)
  }
  pen.globalAlpha = 1
  onPlanUnits(sheet)
}

const EDGE_PX = 12
const INSET_PX = 13

/** Zoomed in, the ends of rows are out of sight: their letters are repeated where they enter the canvas. */
export function paintEdgeLetters(sheet: Sheet, { seating }: Scene) {
  const { pen, palette, showing, inSight } = sheet
  if (showing.numbers === 0) return
  onPixels(sheet)
  pen.globalAlpha = showing.numbers
  setLetters(sheet, { px: EDGE_PX })
  for (const row of seating.rowsIn(inSight)) {
    const at = entryOf(row, sheet)
    if (!at) continue
    const width = (0.7 * row.row.length + 0.9) * EDGE_PX
    pen.beginPath()
    pen.roundRect(at.x - width / 2, at.y - 0.8 * EDGE_PX, width, 1.6 * EDGE_PX, 0.4 * EDGE_PX)
    pen.fillStyle = palette.ink("raised")
    pen.fill()
    pen.strokeStyle = palette.ink("line")
    pen.lineWidth = 1
    pen.stroke()
    pen.fillStyle = palette.ink("ink")
    pen.fillText(row.row, at.x, at.y)
  }
  pen.globalAlpha = 1
  onPlanUnits(sheet)
}

/** Where a row that begins outside comes in. */
function entryOf({ seats }: PaintedRow, { view, size, inSight }: Sheet): Point | undefined {
  const first = seats.findIndex((seat) => isInside(inSight, seat))
  const [outside, inside] = [seats[first - 1], seats[first]]
  if (!outside || !inside) return undefined
  const from = onPane(view, outside)
  return {
    x: Math.min(size.width - INSET_PX, Math.max(INSET_PX, from.x)),
    y: Math.min(size.height - INSET_PX, Math.max(INSET_PX, from.y)),
  }
}
