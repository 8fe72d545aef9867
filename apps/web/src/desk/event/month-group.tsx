import type { DeskEvent } from "@podo/contract/desk"
import type { DeskPerformance } from "@podo/contract/desk-performance"
import { ChevronDown } from "lucide-react"
import { useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import type { Month } from "./months.ts"
import { PerformanceRow } from "./performance-row.tsx"

type MonthGroupProps = {
  event: DeskEvent
  month: Month
  isOpen: boolean
  onAsk: (action: "edit" | "remove", performance: DeskPerformance) => void
}

/** Folded, it is one line; only what is unfolded is drawn. */
export function MonthGroup({ event, month, isOpen, onAsk }: MonthGroupProps) {
  const { words, formats } = useLanguage()
  const [isUnfolded, setUnfolded] = useState(isOpen)
  const name = formats.month(`${month.key}-01`)
  return (
    <details
      open={isUnfolded}
      onToggle={(toggled) => setUnfolded(toggled.currentTarget.open)}
      className="group overflow-hidden rounded-2xl bg-raised ring-1 ring-line ring-inset"
    >
      <summary className="flex min-h-12 cursor-pointer list-none flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2 outline-offset-[-3px] [&::-webkit-details-marker]:hidden">
        <ChevronDown
          className="size-4.5 text-muted transition-transform group-open:rotate-180"
          aria-hidden="true"
        />
        <span className="font-semibold">
          {words.deskEvent.month(name, formats.number(month.performances.length))}
        </span>
        <span className="ml-auto text-sm text-muted">
          {event.publishedAt === null
            ? words.deskHalls.places(formats.number(month.capacity))
            : words.desk.sold(formats.number(month.booked), formats.number(month.capacity))}
        </span>
      </summary>
      {isUnfolded ? (
        <ul className="divide-y divide-line border-t border-line">
          {month.performances.map((performance) => (
            <PerformanceRow
              key={performance.performanceId}
              event={event}
              performance={performance}
              onAsk={onAsk}
            />
          ))}
        </ul>
      ) : null}
    </details>
  )
}
