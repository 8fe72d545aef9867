import { cancelBooking } from "@podo/booking/cancel-booking"
import { confirmBooking } from "@podo/booking/confirm-booking"
import { listBookings } from "@podo/booking/list-bookings"
import {
  Booking,
  BookingPage,
  CancelBooking,
  ConfirmBooking,
  ListBookings,
} from "@podo/contract/booking"
import { procedure, router } from "../trpc.ts"

export const bookingRouter = router({
  confirm: procedure.signedIn
    .meta({ comesFirst: true })
    .input(ConfirmBooking)
    .output(Booking)
    .mutation(({ ctx, input }) => confirmBooking(ctx.stores, ctx.userId, input)),

  cancel: procedure.signedIn
    .meta({ comesFirst: true })
    .input(CancelBooking)
    .output(Booking)
    .mutation(({ ctx, input }) => cancelBooking(ctx.stores, ctx.userId, input)),

  mine: procedure.signedIn
    .input(ListBookings)
    .output(BookingPage)
    .query(({ ctx, input }) => listBookings(ctx.stores, ctx.userId, input)),
})
