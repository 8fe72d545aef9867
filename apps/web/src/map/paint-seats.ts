import {
  onPixels,
  onPlanUnits,
  setLetters,
  strengthOf,
  type Scene,
  type Sheet,
} from "./painting.ts"
import { isInside } from "./plan-geometry.ts"
import { dotsOf, marksOf, pathOf } from "./row-batch.ts"
import { lookOf } from "./seat-look.ts"
import type { PlacedSeat } from "./seat-rows.ts"
import { markOf, signsOf, type Shape } from "./seat-shapes.ts"
import type { PaintedRow } from "./seating.ts"
import { onPane } from "./zoom-limits.ts"

/**
 * Every seat that is in sight: as a dot, or with its mark. Tells whether that was all: what is seen for the first
 * time is prepared over some frames, none of which may come late for it.
 */
export function paintSeats(sheet: Sheet, scene: Scene): boolean {
  const { pen, showing, inSight } = sheet
  if (showing.seats === 0) return true
  let all = true
  const rows = scene.seating.rowsIn(inSight)
  for (const row of rows) {
    pen.globalAlpha = showing.seats * strengthOf(row.area.price, scene)
    const isPainted = showing.marks ? paintMarks(sheet, scene, row) : paintDots(sheet, scene, row)
    if (!isPainted) all = false
  }
  if (showing.numbers > 0) for (const row of rows) paintNumbers(sheet, scene, row)
  pen.globalAlpha = 1
  return all
}

function paintMarks(sheet: Sheet, scene: Scene, row: PaintedRow): boolean {
  const { drawn, isLatest } = marksOf(row, scene, sheet.until)
  if (!drawn) {
    paintDots(sheet, scene, row)
    return false
  }
  for (const [shape, path] of drawn) paintShape(sheet, shape, path, row.tier)
  return isLatest
}

function paintDots({ pen, palette, until }: Sheet, scene: Scene, row: PaintedRow): boolean {
  const { drawn, isLatest } = dotsOf(row, scene, until)
  if (!drawn) return false
  pen.fillStyle = palette.ink("quiet")
  pen.fill(drawn.quiet)
  pen.fillStyle = palette.ink("tier", row.tier)
  pen.fill(drawn.open)
  return isLatest
}

function paintShape({ pen, palette }: Sheet, shape: Shape, path: Path2D, tier: number) {
  if (shape.fill) {
    pen.fillStyle = palette.ink(shape.fill, tier)
    pen.fill(path)
  }
  if (shape.stroke) {
    pen.strokeStyle = palette.ink(shape.stroke, tier)
    pen.lineWidth = shape.width ?? 1
    pen.stroke(path)
  }
}

const NUMBER_SIZE = 4.4

/** On seats that can be had, unless a sign is there. */
function paintNumbers(sheet: Sheet, scene: Scene, row: PaintedRow) {
  const { pen, palette, view, showing, inSight } = sheet
  onPixels(sheet)
  setLetters(sheet, { px: NUMBER_SIZE * view.k })
  pen.fillStyle = palette.ink("tierInk")
  pen.globalAlpha = showing.numbers * strengthOf(row.area.price, scene)
  for (const seat of row.seats) {
    if (seat.accessible || seat.companion || !isInside(inSight, seat)) continue
    if (lookOf(seat.place, scene.marked) !== "open") continue
    const { x, y } = onPane(view, seat)
    pen.fillText(String(seat.number), x, y)
  }
  onPlanUnits(sheet)
}

/** The reader's own places, over everything else and larger from afar. */
export function paintPersonal(sheet: Sheet, scene: Scene) {
  const { pen, showing, view, inSight } = sheet
  const { seating, marked, personal } = scene
  if (showing.seats === 0 && personal.length === 0) return
  const larger = Math.max(1, SEEN_PX / (10 * view.k))
  for (const place of personal) {
    const seat = seating.seatOf(place)
    if (!seat || !isInside(inSight, seat)) continue
    const look = lookOf(place, marked)
    const paint = (shapes: readonly Shape[], turn: number) => {
      pen.save()
      pen.translate(seat.x, seat.y)
      pen.rotate((turn * Math.PI) / 180)
      pen.scale(larger, larger)
      const tier = seating.blockOf(place)?.tier ?? 0
      for (const shape of shapes) paintShape(sheet, shape, pathOf(shape), tier)
      pen.restore()
    }
    paint(markOf(look, scene.pressable).body, seat.turn)
    paint(signsOf(look, seat, scene.pressable), 0)
  }
}

/** However far the map is away, own seats can be made out. */
const SEEN_PX = 11

const RING = 8
const RING_MS = 900
const RINGS = 3

/** Until when the rings about lost seats move. */
export const ringsEnd = (since: number) => since + RINGS * RING_MS

/** A ring closes around each seat that was just lost, three times, and stays. */
export function paintRings(sheet: Sheet, scene: Scene, since: number) {
  const { pen, palette, view, now } = sheet
  const { seating, marked } = scene
  const isMoving = now !== undefined && now < ringsEnd(since)
  const part = isMoving ? ((now - since) % RING_MS) / RING_MS : 1
  const eased = 1 - (1 - part) ** 2
  pen.strokeStyle = palette.ink("lost")
  pen.lineWidth = 2.5 / view.k
  pen.globalAlpha = eased
  for (const place of marked.gone) {
    const seat = seating.seatOf(place)
    if (seat) strokeCircle(pen, seat, RING * (2.4 - 1.4 * eased))
  }
  pen.globalAlpha = 1
}

function strokeCircle(pen: CanvasRenderingContext2D, { x, y }: PlacedSeat, radius: number) {
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.stroke()
}

/** The seat under the pointer. */
export function paintPointed({ pen, palette }: Sheet, { seating, pointed = -1 }: Scene) {
  const seat = seating.seatOf(pointed)
  if (!seat) return
  pen.save()
  pen.translate(seat.x, seat.y)
  pen.rotate((seat.turn * Math.PI) / 180)
  pen.strokeStyle = palette.ink("ink")
  pen.lineWidth = 1
  pen.beginPath()
  pen.roundRect(-5, -5, 10, 10, 2.8)
  pen.stroke()
  pen.restore()
}
