import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { PerformanceRow } from "../event/performance-list.tsx"
import { useLanguage } from "../../app/language/language.ts"
import type { OnSale } from "./on-sale.ts"

const SHOWN_MAX = 3

/** The way on from a performance that sells nothing: where none is given, the next dates that do. */
export function Elsewhere({ sale: { event, performance, elsewhere } }: { sale: OnSale }) {
  return elsewhere ?? <OtherDates event={event} performance={performance} />
}

type OtherDatesProps = { event: EventDetail; performance: PerformanceOnSale }

function OtherDates({ event, performance }: OtherDatesProps) {
  const { words } = useLanguage()
  const others = otherDatesOf(event, performance).slice(0, SHOWN_MAX)
  if (others.length === 0) return null
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg font-bold">{words.performance.otherDates}</h2>
      <ul className="flex flex-col gap-3">
        {others.map((other) => (
          <PerformanceRow key={other.performanceId} event={event} performance={other} />
        ))}
      </ul>
    </section>
  )
}

export function otherDatesOf(event: EventDetail, { performanceId }: PerformanceOnSale) {
  return event.performances.filter(
    (other) => other.saleState === "open" && other.performanceId !== performanceId,
  )
}
