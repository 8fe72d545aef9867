import type { Plan } from "@podo/contract/seating"
import { ArrowUp } from "lucide-react"
import { centreOf, isInside, middleOf, type Box } from "./plan-geometry.ts"
import type { SeatWords } from "./seat-words.ts"

/** A section of a stadium is shown without the stage: say where it lies. */
export function StageArrow({ plan, box, say }: { plan: Plan; box: Box; say: SeatWords }) {
  if (plan.stage.length === 0) return null
  const stage = middleOf(plan.stage)
  if (isInside(box, stage)) return null
  const from = centreOf(box)
  const degrees = (Math.atan2(stage.y - from.y, stage.x - from.x) * 180) / Math.PI + 90
  return (
    <p className="flex items-center justify-center gap-1 border-b border-line bg-sunken px-3 py-1.5 text-sm font-semibold">
      <ArrowUp size={18} aria-hidden style={{ rotate: `${Math.round(degrees)}deg` }} />
      {say.toStage}
    </p>
  )
}
