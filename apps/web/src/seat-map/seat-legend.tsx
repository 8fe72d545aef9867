import "./seat-map.css"
import type { Plan, PlanArea, Seat } from "@podo/contract/seating"
import { useMemo } from "react"
import { SeatSample } from "./seat-card.tsx"
import { countOpen, type SeatLook } from "./seat-look.ts"
import { tiersOf } from "./seat-rows.ts"
import { useSeatSpeech } from "./use-seat-speech.ts"

const LOOKS: readonly SeatLook[] = ["open", "selected", "mine", "held", "sold", "withheld"]

type SeatLegendProps = {
  plan: Plan
  places: string
  seats?: readonly Seat[] | undefined
}

/** Prices by colour and what is left at each, and what each mark means. */
export function SeatLegend({ plan, places, seats = plan.seats }: SeatLegendProps) {
  const { say, formats } = useSeatSpeech()
  const grades = useMemo(() => gradesOf(plan), [plan])
  return (
    <section aria-label={say.legend} className="grid gap-3 text-sm">
      <ul aria-label={say.grades} className="flex flex-wrap gap-x-5 gap-y-1.5">
        {grades.map((grade) => {
          const left = leftIn(grade.areas, places)
          return (
            <li key={grade.price} className="flex items-center gap-1.5">
              <SeatSample look="open" tier={grade.tier} />
              <GradeName {...grade} />
              <span>{formats.money(grade.price, plan.currency)}</span>
              <span className="text-muted">
                {left === 0 ? say.soldOut : say.seatsLeft(formats.number(left))}
              </span>
            </li>
          )
        })}
      </ul>
      <MarkList tier={grades[0]?.tier ?? 0} seats={seats} />
    </section>
  )
}

/** Only an area that has its price for itself: where many share one, the colour says enough. */
function GradeName({ areas }: Grade) {
  const { named } = useSeatSpeech()
  const [only, other] = areas
  return only && !other ? <strong>{named(only.name, only.englishName)}</strong> : null
}

function MarkList({ tier, seats }: { tier: number; seats: readonly Seat[] }) {
  const { say } = useSeatSpeech()
  const marks = useMemo(
    () => [
      ...LOOKS.map((look) => ({ look, kind: {}, word: say.looks[look] })),
      ...(seats.some(({ accessible }) => accessible)
        ? [{ look: "open" as const, kind: { accessible: true }, word: say.accessible }]
        : []),
      ...(seats.some(({ companion }) => companion)
        ? [{ look: "open" as const, kind: { companion: true }, word: say.companion }]
        : []),
    ],
    [say, seats],
  )
  return (
    <ul aria-label={say.marks} className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
      {marks.map(({ look, kind, word }) => (
        <li key={word} className="flex items-center gap-1">
          <SeatSample look={look} tier={tier} {...kind} />
          {word}
        </li>
      ))}
    </ul>
  )
}

type Grade = { price: number; tier: number; areas: PlanArea[] }

/** The prices that seats are had at, the dearest first. */
function gradesOf({ areas }: Plan): Grade[] {
  const tiers = tiersOf(areas)
  const seated = areas.filter(({ kind }) => kind === "seated")
  return [...Map.groupBy(seated, ({ price }) => price)]
    .toSorted(([a], [b]) => b - a)
    .map(([price, of]) => ({ price, tier: tiers.get(of[0]?.area ?? "") ?? 0, areas: of }))
}

const leftIn = (areas: readonly PlanArea[], places: string) =>
  areas.reduce((sum, { firstPlace, capacity }) => sum + countOpen(places, firstPlace, capacity), 0)
