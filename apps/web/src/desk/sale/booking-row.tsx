import type { DeskBookingPage, Sale } from "@podo/contract/desk-sale"
import { memo } from "react"
import { bookingNumberOf } from "../../app/language/booking-number.ts"
import { useLanguage } from "../../app/language/language.ts"
import { placesInWords } from "./place-ranges.ts"

type DeskBooking = DeskBookingPage["bookings"][number]
type BookingRowProps = { booking: DeskBooking; sale: Pick<Sale, "timeZone" | "currency"> }

/** One booking as the person at the door would ask for it: who, where, for how much, since when. */
export const BookingRow = memo(function BookingRow({ booking, sale }: BookingRowProps) {
  const { words, formats, named } = useLanguage()
  const isCancelled = booking.status === "cancelled"
  const when = (instant: string) => formats.dayAndClock(instant, sale.timeZone)
  return (
    <li className="grid gap-x-6 gap-y-2 px-5 py-4 sm:px-6 md:grid-cols-[minmax(0,1.3fr)_minmax(0,1.6fr)_auto] md:items-center">
      <div className="min-w-0">
        <p className="font-bold">
          {booking.name ?? (
            <span className="font-normal text-muted italic">{words.deskSale.nobody}</span>
          )}
        </p>
        {booking.email === null ? null : (
          <p className="text-sm wrap-anywhere text-muted">{booking.email}</p>
        )}
        <p className="text-xs wrap-anywhere text-muted">
          <span className="sr-only">{words.deskSale.bookingId} </span>
          <span className="font-mono">{bookingNumberOf(booking.bookingId)}</span>
        </p>
      </div>
      <div className="min-w-0">
        <p className={isCancelled ? "text-muted line-through" : "font-semibold"}>
          {placesInWords(booking.places, named)}
        </p>
        <p className="text-sm text-muted">
          {words.deskSale.bookedAt(when(booking.bookedAt))}
          {booking.cancelledAt === null
            ? null
            : ` · ${words.deskSale.cancelledAt(when(booking.cancelledAt))}`}
        </p>
      </div>
      <div className="flex items-center justify-between gap-3 md:min-w-36 md:flex-col md:items-end md:gap-1">
        <p
          className={`font-bold whitespace-nowrap ${isCancelled ? "text-muted line-through" : ""}`}
        >
          {formats.money(booking.total, sale.currency)}
        </p>
        <p
          className={`rounded-full px-2.5 py-0.5 text-xs font-bold ${isCancelled ? "bg-sunken text-muted" : "bg-leaf-wash text-leaf"}`}
        >
          {words.deskSale.statuses[booking.status]}
        </p>
      </div>
    </li>
  )
})
