import type { AreaFilling } from "./area-filling.ts"
import type { Showing } from "./map-level.ts"
import type { Palette } from "./palette.ts"
import type { Box } from "./plan-geometry.ts"
import type { Marked, SeatLook } from "./seat-look.ts"
import type { Seating } from "./seating.ts"
import type { SeatSpeech } from "../app/language/seat-words.ts"
import { onPlan, type Size, type View } from "./zoom-limits.ts"

/** The parts that there are to see. */
export type Scene = {
  seating: Seating
  fillings: readonly AreaFilling[]
  marked: Marked
  /** Places that concern the reader, in ascending order: painted one by one, over the others. */
  personal: readonly number[]
  /** Only places of this price stand out. */
  price: number | undefined
  /** Only places for wheelchairs, and beside them, stand out: they are among the personal ones. */
  wheelchairs: boolean
  /** Besides open seats, these are what is looked for. */
  pressable: ReadonlySet<SeatLook> | undefined
  /** The seat under the pointer. */
  pointed: number | undefined
  speech: SeatSpeech
}

/** From where it is seen, and with what it is painted. */
export type Sheet = {
  pen: CanvasRenderingContext2D
  palette: Palette
  view: View
  size: Size
  showing: Showing
  /** The part of the plan that is on the canvas, in plan units. */
  inSight: Box
  isWhole: boolean
  /** Pixels of the device in one of the page. */
  density: number
  /** Until when this frame may prepare what was not painted before; the rest waits for the next. */
  until: number
  /** For what moves by itself; undefined where nothing may. */
  now: number | undefined
}

/** How strongly something of this price is painted while the reader asks for something else. */
const ASIDE = 0.22
export const strengthOf = (price: number, { price: wanted, wheelchairs }: Scene) =>
  !wheelchairs && (wanted === undefined || wanted === price) ? 1 : ASIDE

export function boxInSight(view: View, size: Size): Box {
  const { x, y } = onPlan(view, { x: 0, y: 0 })
  return { x, y, width: size.width / view.k, height: size.height / view.k }
}

/** The pen counts in plan units from here on. */
export function onPlanUnits({ pen, view, density }: Sheet) {
  const k = view.k * density
  pen.setTransform(k, 0, 0, k, view.x * density, view.y * density)
}

/** The pen counts in the page's pixels from here on. */
export function onPixels({ pen, density }: Sheet) {
  pen.setTransform(density, 0, 0, density, 0, 0)
}

type Lettering = { px: number; weight?: number }

/** Letters are set in pixels, and in few sizes: a size that was never seen before is slow to draw. */
export function setLetters({ pen, palette }: Sheet, { px, weight = 600 }: Lettering) {
  pen.font = `${weight} ${Math.round(2 * px) / 2}px ${palette.font}`
}
