import { Dialog } from "@base-ui/react/dialog"
import type { Booking } from "@podo/contract/booking"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { isPassing, mustSignIn, refusalOf } from "../../app/api/refusals.ts"
import { trpc } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { PerformanceTime } from "../choosing/performance-head.tsx"
import { Button, buttonLook } from "../../app/shell/button.tsx"
import { DialogCard } from "../../app/shell/dialog-card.tsx"
import { useFailureSentence } from "../../app/shell/failure.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { tellBookingsChanged } from "./bookings-query.ts"

export function CancelDialog({ booking }: { booking: Booking }) {
  const { words, formats, named } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const cancelling = useCancel(() => setOpen(false))
  const sentence = useFailureSentence()
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger className={buttonLook("outline")}>{words.bookings.cancel}</Dialog.Trigger>
      <DialogCard title={words.bookings.cancelTitle}>
        <div className="flex flex-col gap-1">
          <p className="font-semibold">{named(booking.title, booking.englishTitle)}</p>
          <PerformanceTime startsAt={booking.startsAt} timeZone={booking.timeZone} />
          <p className="text-muted">
            {words.performance.places(formats.number(booking.places.length))} ·{" "}
            {formats.money(booking.total, booking.currency)}
          </p>
        </div>
        <Dialog.Description className="text-muted">{words.bookings.cancelHint}</Dialog.Description>
        {cancelling.error === null ? null : (
          <Notice tone="error">{sentence(cancelling.error)}</Notice>
        )}
        <div className="grid gap-2 sm:grid-cols-2">
          <Dialog.Close className={buttonLook("outline", "large")}>
            {words.bookings.cancelNo}
          </Dialog.Close>
          <Button
            look="danger"
            size="large"
            disabled={cancelling.isPending}
            onClick={() => cancelling.mutate({ bookingId: booking.bookingId })}
          >
            {cancelling.isPending ? words.bookings.cancelling : words.bookings.cancelYes}
          </Button>
        </div>
      </DialogCard>
    </Dialog.Root>
  )
}

/** Cancelling is asked for once: when an answer is lost, the list tells what became of it. */
function useCancel(onDone: () => void) {
  const { words } = useLanguage()
  const sentence = useFailureSentence()
  return useMutation(
    trpc.booking.cancel.mutationOptions({
      onSuccess: async () => {
        tell(words.bookings.cancelDone)
        onDone()
        await tellBookingsChanged()
      },
      onError: async (error) => {
        // The wish is fulfilled, by another tab or by an earlier press: no reason to complain.
        if (refusalOf(error)?.code === "ALREADY_CANCELLED") {
          if (!mustSignIn(error)) tell(sentence(error))
          onDone()
        }
        if (!isPassing(error)) await tellBookingsChanged()
      },
    }),
  )
}
