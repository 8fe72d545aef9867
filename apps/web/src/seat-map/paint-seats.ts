import { setLetters, strengthOf, type Scene, type Sheet } from "./painting.ts"
import { isInside } from "./plan-geometry.ts"
import { dotsOf, marksOf, pathOf } from "./row-batch.ts"
import { lookOf } from "./seat-look.ts"
import type { PlacedSeat } from "./seat-rows.ts"
import { markOf, signsOf, type Shape } from "./seat-shapes.ts"
import type { PaintedRow } from "./seating.ts"

/** Every seat that is in sight: as a dot, or with its mark. */
export function paintSeats(sheet: Sheet, scene: Scene) {
  const { pen, showing, inSight } = sheet
  if (showing.seats === 0) return
  for (const row of scene.seating.rowsIn(inSight)) {
    pen.globalAlpha = showing.seats * strengthOf(row.area.price, scene)
    if (!showing.marks) paintDots(sheet, scene, row)
    else for (const [shape, path] of marksOf(row, scene)) paintShape(sheet, shape, path, row.tier)
    if (showing.numbers > 0) paintNumbers(sheet, scene, row)
  }
  pen.globalAlpha = 1
}

function paintDots({ pen, palette }: Sheet, scene: Scene, row: PaintedRow) {
  const { open, quiet } = dotsOf(row, scene)
  pen.fillStyle = palette.ink("quiet")
  pen.fill(quiet)
  pen.fillStyle = palette.ink("tier", row.tier)
  pen.fill(open)
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
  const { pen, palette, showing, inSight } = sheet
  setLetters(sheet, { size: NUMBER_SIZE })
  pen.fillStyle = palette.ink("tierInk")
  pen.globalAlpha *= showing.numbers
  for (const seat of row.seats) {
    if (seat.accessible || seat.companion || !isInside(inSight, seat)) continue
    if (lookOf(seat.place, scene.marked) !== "open") continue
    pen.fillText(String(seat.number), seat.x, seat.y)
  }
}

/** What concerns the reader, over everything else and larger from afar. */
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
