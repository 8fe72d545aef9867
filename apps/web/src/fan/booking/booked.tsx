import type { Booking } from "@podo/contract/booking"
import { CircleCheckBig } from "lucide-react"
import { useEffect, useRef } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { PageTitle } from "../../app/shell/page-title.tsx"
import { BookingTicket } from "./booking-ticket.tsx"

/** The moment after: it worked, and this is what you have. */
export function Booked({ booking }: { booking: Booking }) {
  const { words } = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    scrollTo(0, 0)
  }, [])
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-8 py-4 sm:py-8">
      <PageTitle title={words.booked.title} />
      <div className="flex flex-col items-center gap-2 text-center">
        <CircleCheckBig className="mb-2 size-14 text-leaf" aria-hidden="true" />
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-extrabold sm:text-3xl">
          {words.booked.title}
        </h1>
        <p className="text-muted">{words.booked.hint}</p>
      </div>
      <BookingTicket booking={booking} level="h2" />
      <div className="grid gap-2 sm:grid-cols-2">
        <ButtonLink size="large" href="/bookings">
          {words.booked.seeAll}
        </ButtonLink>
        <ButtonLink look="outline" size="large" href="/">
          {words.booked.more}
        </ButtonLink>
      </div>
    </div>
  )
}
