import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import type { ReactNode } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { otherDatesOf } from "./other-dates.tsx"

type NothingOpenProps = {
  event: EventDetail
  performance: PerformanceOnSale
  elsewhere?: ReactNode
}

/** Everything is sold or held. Not the end: places come back, and other dates may have some. */
export function NothingOpen({ event, performance, elsewhere }: NothingOpenProps) {
  const { words } = useLanguage()
  const hasOthers = otherDatesOf(event, performance).length > 0
  return (
    <div className="flex flex-col gap-3">
      <output>
        <span className="block font-bold">{words.performance.nothingOpen}</span>
        <span className="block text-sm text-muted">{words.performance.nothingOpenHint}</span>
      </output>
      {elsewhere ?? (
        <ButtonLink size="large" href={hasOthers ? `/events/${event.eventId}` : "/"}>
          {hasOthers ? words.performance.otherDates : words.booked.more}
        </ButtonLink>
      )}
    </div>
  )
}
