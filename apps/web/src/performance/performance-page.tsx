import type { Booking } from "@podo/contract/booking"
import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { useState } from "react"
import { Booked } from "../booking/booked.tsx"
import { performanceOf, useEvent } from "../event/event-query.ts"
import { useLanguage } from "../language/language.ts"
import { Notice } from "../shell/notice.tsx"
import { NotFound } from "../shell/not-found.tsx"
import { PageTitle } from "../shell/page-title.tsx"
import { BoxOffice } from "./box-office.tsx"
import { PerformanceHead } from "./performance-head.tsx"

type PerformancePageProps = { eventId: string; performanceId: string }

export function PerformancePage({ eventId, performanceId }: PerformancePageProps) {
  const event = useEvent(eventId)
  const { words, named } = useLanguage()
  const [booking, setBooking] = useState<Booking>()

  if (booking !== undefined) return <Booked booking={booking} />
  const performance = performanceOf(event, performanceId)
  if (performance === undefined) {
    return <NotFound hint={words.performance.unknown} />
  }
  return (
    <div className="flex flex-col gap-6">
      <PageTitle title={named(event.title, event.englishTitle)} />
      <PerformanceHead event={event} performance={performance} />
      <Counter event={event} performance={performance} onBooked={setBooking} />
    </div>
  )
}

type CounterProps = {
  event: EventDetail
  performance: PerformanceOnSale
  onBooked: (booking: Booking) => void
}

/** A sold-out house stays open: places come back, and the last ones may be this person's to confirm. */
function Counter({ event, performance, onBooked }: CounterProps) {
  const { words, formats } = useLanguage()
  switch (performance.saleState) {
    case "scheduled":
      return (
        <Notice tone="info">
          {words.performance.notOpen(formats.dayAndClock(performance.saleOpensAt, event.timeZone))}
        </Notice>
      )
    case "closed":
      return <Notice tone="info">{words.performance.over}</Notice>
    case "open":
    case "sold-out":
      return <BoxOffice event={event} performance={performance} onBooked={onBooked} />
  }
}
