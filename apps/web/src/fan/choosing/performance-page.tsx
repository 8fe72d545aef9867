import type { Booking } from "@podo/contract/booking"
import { usePrefetchQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Booked } from "../booking/booked.tsx"
import { performanceOf, useEvent } from "../event/event-query.ts"
import { useLanguage } from "../../app/language/language.ts"
import { NotFound } from "../../app/shell/not-found.tsx"
import { PageTitle } from "../../app/shell/page-title.tsx"
import { availabilityOptions } from "../../map/availability.ts"
import { Counter } from "./counter.tsx"
import { PerformanceHead } from "./performance-head.tsx"

type PerformancePageProps = { eventId: string; performanceId: string }

export function PerformancePage({ eventId, performanceId }: PerformancePageProps) {
  // Asked for beside the event, not after it.
  usePrefetchQuery(availabilityOptions(performanceId))
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
      <Counter sale={{ event, performance, layout: "page", onBooked: setBooking }} />
    </div>
  )
}
