import type { PlanArea } from "@podo/contract/seating"
import { onPixels, onPlanUnits, setLetters, type Scene, type Sheet } from "./painting.ts"
import { centreOf, isInside, middleOf } from "./plan-geometry.ts"
import { areaAt } from "./press-target.ts"

const LETTERS_PX = 13
const HEIGHT_PX = 32
const INSET_PX = 10
const PAD_PX = 12
const ARROW_PX = 20
/** As far as a gangway is wide: beyond it, one is in no area. */
const REACH = 150

/** From near, one sees seats and nothing else: which area they are of, and where the stage is. */
export function paintWhere(sheet: Sheet, scene: Scene) {
  const { pen, palette, isWhole, showing, inSight } = sheet
  const { seating, speech } = scene
  const area = areaInSight(sheet, scene)
  const strength = 1 - showing.captions
  if (isWhole || !area || strength === 0) return
  const { plan } = seating
  const words = [
    speech.named(area.name, area.englishName),
    speech.formats.money(area.price, plan.currency),
  ].join(" · ")
  const stage = middleOf(plan.stage)
  const hasArrow = plan.stage.length > 2 && !isInside(inSight, stage)
  onPixels(sheet)
  pen.globalAlpha = strength
  setLetters(sheet, { px: LETTERS_PX })
  const lead = PAD_PX + (hasArrow ? ARROW_PX : 0)
  const width = pen.measureText(words).width + lead + PAD_PX
  pen.fillStyle = palette.ink("raised")
  pen.strokeStyle = palette.ink("line")
  pen.lineWidth = 1
  pen.beginPath()
  pen.roundRect(INSET_PX, INSET_PX, width, HEIGHT_PX, HEIGHT_PX / 2)
  pen.fill()
  pen.stroke()
  pen.fillStyle = palette.ink("ink")
  pen.textAlign = "left"
  pen.fillText(words, INSET_PX + lead, INSET_PX + HEIGHT_PX / 2)
  pen.textAlign = "center"
  const from = centreOf(inSight)
  if (hasArrow) paintArrow(sheet, Math.atan2(stage.y - from.y, stage.x - from.x))
  pen.globalAlpha = 1
  onPlanUnits(sheet)
}

/** Points to the stage. */
function paintArrow({ pen, palette }: Sheet, radians: number) {
  pen.save()
  pen.translate(INSET_PX + PAD_PX + 6, INSET_PX + HEIGHT_PX / 2)
  pen.rotate(radians)
  pen.strokeStyle = palette.ink("grapeInk")
  pen.lineWidth = 2
  pen.beginPath()
  pen.moveTo(-6, 0)
  pen.lineTo(6, 0)
  pen.moveTo(1, -5)
  pen.lineTo(6, 0)
  pen.lineTo(1, 5)
  pen.stroke()
  pen.restore()
}

/** The area in the middle, or the one of the seat that is nearest to it. */
function areaInSight({ inSight }: Sheet, { seating }: Scene): PlanArea | undefined {
  if (seating.plan.areas.length < 2) return undefined
  const middle = centreOf(inSight)
  const seat = seating.seatAt(middle, REACH)
  return areaAt(seating.plan.areas, middle) ?? (seat && seating.blockOf(seat.place)?.area)
}
