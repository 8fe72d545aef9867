import type { Plan } from "@podo/contract/seating"
import { SeatSample } from "./seat-card.tsx"
import { tiersOf } from "./seat-rows.ts"
import type { SeatSpeech } from "./use-seat-speech.ts"

/** Which colour costs what: sections of one price share a colour. */
export function PriceKey({ plan, speech }: { plan: Plan; speech: SeatSpeech }) {
  const tiers = tiersOf(plan.areas)
  const tierOfPrice = new Map(plan.areas.map(({ area, price }) => [price, tiers.get(area) ?? 0]))
  const prices = [...tierOfPrice].toSorted(([a], [b]) => b - a)
  return (
    <ul aria-label={speech.say.prices} className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {prices.map(([price, tier]) => (
        <li key={price} className="flex items-center gap-1.5">
          <SeatSample look="open" tier={tier} />
          {speech.formats.money(price, plan.currency)}
        </li>
      ))}
    </ul>
  )
}
