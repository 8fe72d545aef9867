import "./seat-map.css"
import type { Plan } from "@podo/contract/seating"
import { useMemo } from "react"
import { SeatSample } from "./seat-card.tsx"
import { countOpen, type SeatLook } from "./seat-look.ts"
import { tiersOf } from "./seat-rows.ts"
import { useSeatSpeech } from "./use-seat-speech.ts"

const LOOKS: readonly SeatLook[] = ["open", "selected", "mine", "held", "sold", "withheld"]

/** Grades with their prices and what is left of them, and what each mark means. */
export function SeatLegend({ plan, places }: { plan: Plan; places: string }) {
  const { say, named, formats } = useSeatSpeech()
  const tiers = useMemo(() => tiersOf(plan.areas), [plan])
  const areas = useMemo(() => areasWithSeats(plan), [plan])
  const sample = tiers.get(areas[0]?.area ?? "") ?? 0
  return (
    <section aria-label={say.legend} className="grid gap-3 text-sm">
      <ul aria-label={say.grades} className="flex flex-wrap gap-x-5 gap-y-1.5">
        {areas.map(({ area, name, englishName, price, firstPlace, capacity }) => {
          const left = countOpen(places, firstPlace, capacity)
          return (
            <li key={area} className="flex items-center gap-1.5">
              <SeatSample look="open" tier={tiers.get(area) ?? 0} />
              <strong>{named(name, englishName)}</strong>
              <span>{formats.money(price, plan.currency)}</span>
              <span className="text-muted">
                {left === 0 ? say.soldOut : say.seatsLeft(formats.number(left))}
              </span>
            </li>
          )
        })}
      </ul>
      <ul aria-label={say.marks} className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
        {LOOKS.map((look) => (
          <li key={look} className="flex items-center gap-1">
            <SeatSample look={look} tier={sample} />
            {say.looks[look]}
          </li>
        ))}
        {plan.seats.some(({ accessible }) => accessible) && (
          <li className="flex items-center gap-1">
            <SeatSample look="open" tier={sample} accessible />
            {say.accessible}
          </li>
        )}
      </ul>
    </section>
  )
}

/** A section's plan names every area of the hall: only those that it shows are explained. */
function areasWithSeats(plan: Plan) {
  return plan.areas.filter(({ firstPlace, capacity }) =>
    plan.seats.some(({ place }) => place >= firstPlace && place < firstPlace + capacity),
  )
}
