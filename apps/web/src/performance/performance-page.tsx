import type { Booking } from "@podo/contract/booking"
import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { useState } from "react"
import { useMeQuery } from "../account/session.ts"
import { Booked } from "../booking/booked.tsx"
import { performanceOf, useEvent } from "../event/event-query.ts"
import { useLanguage } from "../language/language.ts"
import { NotFound } from "../shell/not-found.tsx"
import { PageTitle } from "../shell/page-title.tsx"
import { BeforeSale } from "./before-sale.tsx"
import { BoxOffice } from "./box-office.tsx"
import { useHold } from "./hold-query.ts"
import { PerformanceHead } from "./performance-head.tsx"
import { SaleOver } from "./sale-over.tsx"

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

/** Nobody is sent away from what they hold: a hold outlives its sale. A sold-out house stays open. */
function Counter({ event, performance, onBooked }: CounterProps) {
  const me = useMeQuery()
  const hold = useHold(performance.performanceId, Boolean(me.data))
  switch (performance.saleState) {
    case "scheduled":
      return <BeforeSale event={event} performance={performance} />
    case "closed":
      if (me.data === null || hold.data === null) {
        return <SaleOver event={event} performance={performance} />
      }
      return <BoxOffice event={event} performance={performance} onBooked={onBooked} />
    case "open":
    case "sold-out":
      return <BoxOffice event={event} performance={performance} onBooked={onBooked} />
  }
}
