import { paintAreas, paintStage } from "./paint-areas.ts"
import { paintCaptions } from "./paint-captions.ts"
import { paintEdgeLetters, paintNames, paintRowLetters } from "./paint-letters.ts"
import { paintPersonal, paintPointed, paintRings, paintSeats } from "./paint-seats.ts"
import { paintWhere } from "./paint-where.ts"
import { onPixels, onPlanUnits, type Scene, type Sheet } from "./painting.ts"

/**
 * The whole picture, from the back to the front. `goneSince`: when the lost seats were lost. Tells whether it is
 * all there, or another frame is needed.
 */
export function paintHall(sheet: Sheet, scene: Scene, goneSince: number): boolean {
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
