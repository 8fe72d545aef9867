import type { Plan, Seat } from "@podo/contract/seating"
import { Users } from "lucide-react"
import { useLanguage } from "../language/language.ts"
import { viewDistance } from "../seat-map/view-distance.ts"
import { useChoosingWords } from "./choosing-words.ts"
import { seatOfPlace } from "./plan-query.ts"
import { splitOf } from "./split.ts"

type SeatingLineProps = {
  plan: Plan
  seats: readonly Seat[] | undefined
  places: readonly number[]
}

/** Whether those who come together sit together, and how far from the stage. */
export function SeatingLine({ plan, seats, places }: SeatingLineProps) {
  const say = useChoosingWords()
  const { formats } = useLanguage()
  const held = places.flatMap((place) => seatOfPlace(seats ?? [], place) ?? [])
  if (seats === undefined || held.length < places.length || held.length === 0) return null
  const { parts, way } = splitOf(plan, seats, held)
  const number = (count: number) => formats.number(count)
  const away = held.flatMap((seat) => viewDistance(plan.stage, seat) ?? [])
  const lines = [
    ...(parts.length > 1
      ? [`${parts.map((part) => say.found.part(number(part))).join(" + ")}, ${say.found.ways[way]}`]
      : []),
    ...(parts.length === 1 && held.length > 1 ? [say.found.together(number(held.length))] : []),
    ...(away.length > 0 ? [say.list.away(number(Math.round(Math.min(...away))))] : []),
  ]
  return (
    <p className="flex items-center gap-1.5 text-sm text-muted">
      <Users className="size-4 shrink-0" aria-hidden="true" />
      {lines.join(" · ")}
    </p>
  )
}
