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
import {
  onPixels,
  onPlanUnits,
  setLetters,
  strengthOf,
  type Scene,
  type Sheet,
} from "./painting.ts"
import { centreOf, isInside, widened, type Point } from "./plan-geometry.ts"
import { roomiestBox } from "./roomiest-box.ts"
import type { SeatSpeech } from "../app/language/seat-words.ts"
import { onPane } from "./zoom-limits.ts"

/** Name, price and what is left, as much of it as can be read. Where the seats tell it, the name remains, on a ground of its own. */
export function paintCaptions(sheet: Sheet, scene: Scene) {
  const { pen, view, showing } = sheet
  const around = widened(sheet.inSight, AROUND_PX / view.k)
  onPixels(sheet)
  for (const filling of scene.fillings) {
    const { area } = filling
    const over = hasSeats(scene, area)
    const strength = over ? showing.captions : 1
    const middle = captionSpotOf(area)
    if (!middle || strength === 0 || !isInside(around, middle)) continue
    const caption = captionAt(filling, scene, { middle, k: view.k })
    if (!caption) continue
    pen.globalAlpha = strength * strengthOf(area.price, scene)
    const written = { ...caption, at: onPane(view, middle), rest: over ? 1 - showing.seats : 1 }
    if (over) paintGround(sheet, written)
    pen.fillStyle = sheet.palette.ink(filling.open === 0 ? "muted" : "ink")
    paintLines(sheet, written)
  }
  pen.globalAlpha = 1
  onPlanUnits(sheet)
}

/** As far as a caption reaches out of its middle. */
const AROUND_PX = 80

type Kept = { speech: SeatSpeech; at: Map<number, AreaCaption | undefined> }
const captions = new WeakMap<AreaFilling, Kept>()
/** A name that fits at one scale fits at one that differs by less than this: most frames find it worked out. */
const GRAIN = 1.04

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

/** `rest`: how much there is of what follows the name. */
type Written = AreaCaption & { at: Point; rest: number }

function paintGround(
  { pen, palette, showing }: Sheet,
  { lines, nameLines, px, at, rest }: Written,
) {
  if (showing.seats === 0) return
  const ofName = Math.max(...lines.slice(0, nameLines).map(widthInLetters))
  const ofAll = Math.max(...lines.map(widthInLetters))
  const width = (ofName + (ofAll - ofName) * rest + 1) * px
  const height = ((nameLines + (lines.length - nameLines) * rest) * LINE_HEIGHT + 0.5) * px
  const strength = pen.globalAlpha
  pen.globalAlpha = strength * showing.seats * GROUND_STRENGTH
  pen.fillStyle = palette.ink("paper")
  pen.beginPath()
  pen.roundRect(at.x - width / 2, at.y - height / 2, width, height, 0.6 * px)
  pen.fill()
  pen.globalAlpha = strength
}

function paintLines(sheet: Sheet, { lines, nameLines, px, at, rest }: Written) {
  const { pen } = sheet
  const strength = pen.globalAlpha
  const gaps = nameLines - 1 + (lines.length - nameLines) * rest
  const top = at.y - (gaps * LINE_HEIGHT * px) / 2
  for (const [index, line] of lines.entries()) {
    const isName = index < nameLines
    pen.globalAlpha = strength * (isName ? 1 : rest)
    setLetters(sheet, { px, weight: isName ? 700 : 400 })
    pen.fillText(line, at.x, top + index * LINE_HEIGHT * px)
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
