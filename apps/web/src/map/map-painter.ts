import { showingAt } from "./map-level.ts"
import { wantsStillness } from "./map-gestures.ts"
import { ringsEnd, paintPersonal, paintPointed, paintRings, paintSeats } from "./paint-seats.ts"
import { boxInSight, type Scene, onPixels, onPlanUnits, type Sheet } from "./painting.ts"
import { readPalette, watchTheme } from "./palette.ts"
import type { Size, View } from "./zoom-limits.ts"
import { paintAreas, paintStage } from "./paint-areas.ts"
import { paintCaptions } from "./paint-captions.ts"
import { paintEdgeLetters, paintNames, paintRowLetters } from "./paint-letters.ts"
import { paintWhere } from "./paint-where.ts"

/** More than this nobody sees, and every frame would pay for it. */
const DENSITY_MAX = 3

/** Of a frame's 16 ms. */
const PREPARING_MS = 5

export type MapPainter = ReturnType<typeof mapPainter>

/** Paints what it was last told of, once a frame at most and only when something has changed. */
export function mapPainter(canvas: HTMLCanvasElement) {
  const pen = canvas.getContext("2d", { alpha: false })
  let palette = readPalette(canvas)
  let told: { scene: Scene; size: Size } | undefined
  let view: View | undefined
  let isWhole = true
  let goneSince = 0
  let asked = 0

  function paint() {
    asked = 0
    if (!pen || !told || !view || told.size.width === 0) return
    const { scene, size } = told
    const density = fitPixels(canvas, size)
    const now = wantsStillness() ? undefined : performance.now()
    const sheet = {
      pen,
      palette,
      view,
      size,
      isWhole,
      until: performance.now() + PREPARING_MS,
      density,
      now,
      showing: showingAt(view.k),
      inSight: boxInSight(view, size),
    }
    const isAll = paintHall(sheet, scene, goneSince)
    const isMoving = now !== undefined && scene.marked.gone.size > 0 && now < ringsEnd(goneSince)
    if (!isAll || isMoving) ask()
  }
  const ask = () => {
    asked ||= requestAnimationFrame(paint)
  }
  const unwatch = watchTheme(() => {
    palette = readPalette(canvas)
    ask()
  })

  return {
    tell: (scene: Scene, size: Size) => {
      if (hasNew(scene.marked.gone, told?.scene.marked.gone)) goneSince = performance.now()
      told = { scene, size }
      ask()
    },
    show: (next: View, all: boolean) => {
      view = next
      isWhole = all
      // Decides whether a finger moves the map or the page: see the style sheet.
      canvas.dataset["whole"] = String(isWhole)
      ask()
    },
    /** For whoever must know where on the canvas a seat is. */
    rest: ({ k, x, y }: View) => {
      Object.assign(canvas.dataset, { k, x, y, level: showingAt(k).level })
    },
    stop: () => {
      cancelAnimationFrame(asked)
      unwatch()
    },
  }
}

const hasNew = (gone: ReadonlySet<number>, before: ReadonlySet<number> | undefined) =>
  [...gone].some((place) => !before?.has(place))

/** Gives the canvas as many pixels as the screen has there, and tells how many those are for one of the page's. */
function fitPixels(canvas: HTMLCanvasElement, { width, height }: Size): number {
  const density = Math.min(devicePixelRatio, DENSITY_MAX)
  const pixels = { width: Math.round(width * density), height: Math.round(height * density) }
  if (canvas.width !== pixels.width || canvas.height !== pixels.height) {
    Object.assign(canvas, pixels)
  }
  return density
}

/**
 * The whole picture, from the back to the front. `goneSince`: when the lost seats were lost. Tells whether it is
 * all there, or another frame is needed.
 */
function paintHall(sheet: Sheet, scene: Scene, goneSince: number): boolean {
  const { pen, palette, size } = sheet
  onPixels(sheet)
  pen.fillStyle = palette.ink("paper")
  pen.fillRect(0, 0, size.width, size.height)
  onPlanUnits(sheet)
  pen.lineCap = "round"
  pen.lineJoin = "round"
  pen.textAlign = "center"
  pen.textBaseline = "middle"
  paintStage(sheet, scene)
  paintAreas(sheet, scene)
  const isAll = paintSeats(sheet, scene)
  paintNames(sheet, scene)
  paintRowLetters(sheet, scene)
  paintCaptions(sheet, scene)
  paintPointed(sheet, scene)
  paintPersonal(sheet, scene)
  paintRings(sheet, scene, goneSince)
  paintEdgeLetters(sheet, scene)
  paintWhere(sheet, scene)
  return isAll
}
