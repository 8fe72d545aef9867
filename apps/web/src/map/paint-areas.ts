import type { Corner, PlanArea } from "@podo/contract/seating"
import { widthInLetters } from "./area-caption.ts"
import type { AreaFilling } from "./area-filling.ts"
import {
  onPixels,
  onPlanUnits,
  setLetters,
  strengthOf,
  type Scene,
  type Sheet,
} from "./painting.ts"
import { centreOf } from "./plan-geometry.ts"
import { roomiestBox } from "./roomiest-box.ts"
import { onPane } from "./zoom-limits.ts"

const STAGE_WORD_SHAPE = 2.5

export function paintStage(sheet: Sheet, { seating: { plan }, speech: { say } }: Scene) {
  const { pen, palette, view } = sheet
  if (plan.stage.length < 3) return
  pen.fillStyle = palette.ink("stage")
  pen.strokeStyle = palette.ink("lineStrong")
  pen.lineWidth = 1 / view.k
  const path = outlineOf(plan.stage)
  pen.fill(path)
  pen.stroke(path)
  const room = roomOf(plan.stage, STAGE_WORD_SHAPE)
  if (!room) return
  const letters = 1.3 * widthInLetters(say.stage) + 0.6
  const px = view.k * Math.min(room.height * 0.4, room.width / letters)
  const { x, y } = onPane(view, centreOf(room))
  onPixels(sheet)
  setLetters(sheet, { px })
  pen.letterSpacing = `${0.2 * px}px`
  pen.fillStyle = palette.ink("ink")
  pen.fillText(say.stage, x + 0.1 * px, y)
  pen.letterSpacing = "0px"
  onPlanUnits(sheet)
}

const FAINTEST = 0.08
const STRONGEST = 0.45
/** Under seats, which have the colour themselves. */
const GROUND = 0.07

/** The emptier an area, the stronger its tint; the count says the same in figures. */
function tintOf({ area, open }: AreaFilling): number {
  return FAINTEST + ((STRONGEST - FAINTEST) * open) / Math.max(1, area.capacity)
}

/** The ground of every area: its shape tells what is left from afar, and steps back behind its seats. */
export function paintAreas(sheet: Sheet, scene: Scene) {
  for (const filling of scene.fillings) paintArea(sheet, scene, filling)
  sheet.pen.globalAlpha = 1
}

function paintArea(sheet: Sheet, scene: Scene, filling: AreaFilling) {
  const { pen, palette, view } = sheet
  const { area, tier, open } = filling
  if (area.outline.length < 3) return
  const path = outlineOf(area.outline)
  const shape = hasSeats(scene, area) ? sheet.showing.shapes : 1
  const strength = strengthOf(area.price, scene)
  pen.fillStyle = open === 0 ? palette.ink("sunken") : palette.ink("tier", tier)
  const full = open === 0 ? 1 : tintOf(filling)
  pen.globalAlpha = strength * (full * shape + GROUND * (1 - shape))
  pen.fill(path)
  if (shape === 0) return
  pen.globalAlpha = strength * shape
  pen.strokeStyle = open === 0 ? palette.ink("quiet") : palette.ink("tier", tier)
  pen.lineWidth = 1.5 / view.k
  if (open === 0) pen.setLineDash([4 / view.k, 3 / view.k])
  pen.stroke(path)
  pen.setLineDash([])
}

/** An area without seats to show is told by its shape alone, however near. */
export const hasSeats = ({ seating }: Scene, { kind, firstPlace }: PlanArea) =>
  kind === "seated" && seating.blockOf(firstPlace) !== undefined

const rooms = new WeakMap<readonly Corner[], ReturnType<typeof roomiestBox>>()

function roomOf(outline: readonly Corner[], shape: number) {
  if (!rooms.has(outline)) rooms.set(outline, roomiestBox(outline, shape))
  return rooms.get(outline)
}

const paths = new WeakMap<readonly Corner[], Path2D>()

function outlineOf(outline: readonly Corner[]): Path2D {
  const known = paths.get(outline)
  if (known) return known
  const path = new Path2D()
  for (const [x, y] of outline) path.lineTo(x, y)
  path.closePath()
  paths.set(outline, path)
  return path
}
