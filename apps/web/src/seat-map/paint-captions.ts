import type { PlanArea } from "@podo/contract/seating"
import {
  CAPTION_SHAPE,
  captionOf,
  LINE_HEIGHT,
  widthInLetters,
  type AreaCaption,
} from "./area-caption.ts"
import type { AreaFilling } from "./area-filling.ts"
import { hasSeats } from "./paint-areas.ts"
import { setLetters, strengthOf, type Scene, type Sheet } from "./painting.ts"
import { centreOf, isInside, widened, type Point } from "./plan-geometry.ts"
import { roomiestBox } from "./roomiest-box.ts"
import type { SeatSpeech } from "./use-seat-speech.ts"

/** Name, price and what is left, as much of it as can be read; on a ground of its own over seats. */
export function paintCaptions(sheet: Sheet, scene: Scene) {
  const { pen, view, showing } = sheet
  for (const filling of scene.fillings) {
    const { area } = filling
    const over = hasSeats(scene, area)
    const strength = over ? showing.captions : 1
    const middle = captionSpotOf(area)
    if (!middle || strength === 0 || !isInside(widened(sheet.inSight, 100), middle)) continue
    const caption = captionAt(filling, scene, { middle, k: view.k })
    if (!caption) continue
    pen.globalAlpha = strength * strengthOf(area.price, scene)
    if (over) paintGround(sheet, caption)
    paintCaption(sheet, caption, filling.open === 0)
  }
  pen.globalAlpha = 1
}

type Kept = { speech: SeatSpeech; at: Map<number, AreaCaption | undefined> }
const captions = new WeakMap<AreaFilling, Kept>()
/** Nobody sees that letters are this much too large or too small, and most frames find theirs made. */
const GRAIN = 1.02

function captionAt(filling: AreaFilling, scene: Scene, at: { middle: Point; k: number }) {
  const { seating, speech } = scene
  const known = captions.get(filling)
  const kept = known?.speech === speech ? known : { speech, at: new Map() }
  captions.set(filling, kept)
  const step = Math.round(Math.log(at.k) / Math.log(GRAIN))
  if (!kept.at.has(step)) {
    const k = GRAIN ** step
    kept.at.set(step, captionOf(filling, seating.plan.currency, speech, { ...at, k }))
  }
  return kept.at.get(step)
}

const GROUND_STRENGTH = 0.86

function paintGround({ pen, palette, showing }: Sheet, { lines, middle, top, size }: AreaCaption) {
  if (showing.seats === 0) return
  const width = (Math.max(...lines.map(widthInLetters)) + 1) * size
  const height = (lines.length * LINE_HEIGHT + 0.5) * size
  const strength = pen.globalAlpha
  pen.globalAlpha = strength * showing.seats * GROUND_STRENGTH
  pen.fillStyle = palette.ink("paper")
  pen.beginPath()
  const y = top - (LINE_HEIGHT * size) / 2 - 0.25 * size
  pen.roundRect(middle.x - width / 2, y, width, height, 0.6 * size)
  pen.fill()
  pen.globalAlpha = strength
}

function paintCaption(sheet: Sheet, { lines, middle, top, size }: AreaCaption, isSoldOut: boolean) {
  const { pen, palette } = sheet
  pen.fillStyle = palette.ink(isSoldOut ? "muted" : "ink")
  for (const [index, line] of lines.entries()) {
    setLetters(sheet, { size, weight: index === 0 ? 700 : 400 })
    pen.fillText(line, middle.x, top + index * LINE_HEIGHT * size)
  }
}

const spots = new WeakMap<PlanArea, { at: Point | undefined }>()

function captionSpotOf(area: PlanArea): Point | undefined {
  const known = spots.get(area)
  if (known) return known.at
  const room = roomiestBox(area.outline, CAPTION_SHAPE)
  const at = room && centreOf(room)
  spots.set(area, { at })
  return at
}
