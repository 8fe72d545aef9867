import type { Booking } from "@podo/contract/booking"
import type { ReactNode } from "react"
import { Link } from "wouter"
import { Poster } from "../../app/shell/poster.tsx"
import { useLanguage } from "../../app/language/language.ts"
import { PerformanceTime } from "../choosing/performance-head.tsx"
import { bookingNumberOf } from "../../app/language/booking-number.ts"

type BookingTicketProps = {
  booking: Booking
  /** The level of its heading, below the one of the list or the page around it. */
  level: "h2" | "h3"
  badge?: ReactNode
  children?: ReactNode
}

/** A booking as one would hold it in the hand: what, when, where, which places. */
export function BookingTicket({ booking, level, badge, children }: BookingTicketProps) {
  const Heading = level
  const isOff = booking.status === "cancelled" || booking.performanceCancelled
  const placeLook = isOff ? "bg-sunken text-muted line-through" : "bg-wash text-grape-ink"
  const { words, formats, named } = useLanguage()
  return (
    <article className="overflow-hidden rounded-3xl bg-raised shadow-card ring-1 ring-line">
      <div className="relative flex gap-4 p-4 sm:gap-6 sm:p-6">
        <Poster url={booking.posterUrl} className="w-20 shrink-0 self-start rounded-xl sm:w-28" />
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          {badge}
          <Heading className="text-lg font-bold">
            <Link
              href={`/events/${booking.eventId}`}
              className="after:absolute after:inset-0 hover:underline"
            >
              {named(booking.title, booking.englishTitle)}
            </Link>
          </Heading>
          <p>
            <PerformanceTime startsAt={booking.startsAt} timeZone={booking.timeZone} />
          </p>
          <p className="text-muted">{named(booking.venueName, booking.venueEnglishName)}</p>
        </div>
      </div>
      <div className="border-t border-dashed border-line-strong/50 p-4 sm:px-6">
        <ul className="flex flex-wrap gap-2">
          {booking.places.map((place) => (
            <li
              key={place.place}
              className={`rounded-lg px-3 py-1.5 text-sm font-semibold ${placeLook}`}
            >
              {words.bookings.place(
                named(place.areaName, place.areaEnglishName),
                place.row,
                formats.number(place.number),
              )}
            </li>
          ))}
        </ul>
        <div className="mt-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <p className="text-xs text-muted">
            {words.booked.number}{" "}
            <span className="font-mono">{bookingNumberOf(booking.bookingId)}</span>
          </p>
          <p className="text-lg font-bold">{formats.money(booking.total, booking.currency)}</p>
        </div>
        {children}
      </div>
    </article>
  )
}
