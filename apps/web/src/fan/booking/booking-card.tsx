import type { Booking } from "@podo/contract/booking"
import { isAhead } from "../../app/language/formats.ts"
import { useLanguage } from "../../app/language/language.ts"
import { BookingTicket } from "./booking-ticket.tsx"
import { CancelDialog } from "./cancel-dialog.tsx"

export function BookingCard({ booking }: { booking: Booking }) {
  const { words, formats } = useLanguage()
  const zone = booking.timeZone
  const isOver = !isAhead(booking.startsAt)
  const isOff = booking.performanceCancelled
  const isCancellable = booking.status === "confirmed" && !isOff && isAhead(booking.cancelUntil)
  return (
    <BookingTicket level="h3" booking={booking} badge={<Badge booking={booking} isOver={isOver} />}>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line pt-3">
        <p className="text-sm text-muted">{whatOfCancelling()}</p>
        {isCancellable ? <CancelDialog booking={booking} /> : null}
      </div>
    </BookingTicket>
  )

  function whatOfCancelling() {
    if (isOff) return words.bookings.performanceOff
    if (booking.cancelledAt !== null) {
      return words.bookings.cancelledAt(formats.dayAndClock(booking.cancelledAt, zone))
    }
    if (isOver) return words.bookings.bookedAt(formats.dayAndClock(booking.bookedAt, zone))
    if (!isCancellable) return words.bookings.cancelClosed
    return words.bookings.cancelUntil(formats.dayAndClock(booking.cancelUntil, zone))
  }
}

function Badge({ booking, isOver }: { booking: Booking; isOver: boolean }) {
  const { words } = useLanguage()
  const look = "self-start rounded-full px-2.5 py-0.5 text-xs font-bold"
  // Said from the moment of the decision: cancelling the bookings themselves takes a while.
  if (booking.performanceCancelled) {
    return (
      <p className={`${look} bg-ember-wash text-ember`}>{words.bookings.cancelledByOrganizer}</p>
    )
  }
  if (booking.status === "cancelled") {
    return <p className={`${look} bg-sunken text-muted`}>{words.bookings.cancelled}</p>
  }
  if (isOver) return <p className={`${look} bg-sunken text-muted`}>{words.bookings.ended}</p>
  return <p className={`${look} bg-leaf-wash text-leaf`}>{words.bookings.confirmed}</p>
}
