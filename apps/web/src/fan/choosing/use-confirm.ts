import type { Booking } from "@podo/contract/booking"
import { useMutation } from "@tanstack/react-query"
import { useLocation } from "wouter"
import { signInHref } from "../../app/session/way-back.ts"
import { isAnswerLost, refusalOf } from "../../app/api/refusals.ts"
import { api } from "../../app/api/trpc.ts"
import { bookingIdOf, forgetBookingId, mintBookingId } from "../booking/booking-ids.ts"
import { tellBookingsChanged } from "../booking/bookings-query.ts"
import { choiceKeyOf } from "./choice.ts"
import { keepHold, type LiveHold } from "./hold-query.ts"

const LOST_ANSWERS_MAX = 2
const IN_PROGRESS_MAX = 6

type Ends = { onBooked: (booking: Booking) => void; onLapsed: (hold: LiveHold) => void }

/** Turns the hold into a booking. Asking again is safe: the same hold always sends the same id. */
export function useConfirm(hold: LiveHold | null, { onBooked, onLapsed }: Ends) {
  const [, navigate] = useLocation()
  const confirming = useMutation({
    mutationFn: ({ performanceId, holdId }: LiveHold) =>
      api.booking.confirm.mutate({ bookingId: bookingIdOf(holdId), performanceId, holdId }),
    retry: (failures, error) =>
      (isAnswerLost(error) && failures < LOST_ANSWERS_MAX) ||
      (refusalOf(error)?.code === "CONFIRM_IN_PROGRESS" && failures < IN_PROGRESS_MAX),
    retryDelay: (failures, error) => waitMsOf(error) ?? 500 * 2 ** failures,
    onSuccess: (booking, { performanceId, holdId }) => {
      sessionStorage.removeItem(choiceKeyOf(performanceId))
      forgetBookingId(holdId)
      keepHold(performanceId, null)
      onBooked(booking)
      void tellBookingsChanged()
    },
    onError: (error, asked) => {
      const refusal = refusalOf(error)
      if (refusal?.code === "SIGN_IN_REQUIRED") return navigate(signInHref())
      if (refusal?.code === "BOOKING_ID_TAKEN") mintBookingId(asked.holdId)
      const isOver = refusal?.code === "HOLD_EXPIRED" || refusal?.code === "PLACES_TAKEN"
      if (isOver || asked.lapsesAtMs <= performance.now()) onLapsed(asked)
      return undefined
    },
  })
  const { error, isPending } = confirming
  return {
    error,
    isPending,
    confirm: () => {
      if (hold !== null) confirming.mutate(hold)
    },
  }
}

function waitMsOf(error: unknown): number | undefined {
  const refusal = refusalOf(error)
  return refusal?.code === "CONFIRM_IN_PROGRESS" ? refusal.retryAfterMs : undefined
}
