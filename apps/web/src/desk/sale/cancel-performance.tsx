import { Dialog } from "@base-ui/react/dialog"
import type { Sale } from "@podo/contract/desk-sale"
import { useMutation } from "@tanstack/react-query"
import { TriangleAlert } from "lucide-react"
import { useState } from "react"
import { trpc } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { buttonLook } from "../../app/shell/button.tsx"
import { ConfirmAction } from "./confirm-action.tsx"
import { tellSaleChanged } from "./sale-query.ts"
import { WhatHappens } from "./what-happens.tsx"

/** The last thing on the page, away from everything harmless. */
export function CancelPerformance({ sale }: { sale: Sale }) {
  const { words } = useLanguage()
  return (
    <section
      aria-labelledby="cancellation"
      className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-4 rounded-3xl border border-ember/40 p-5 sm:p-6"
    >
      <div className="min-w-0 flex-1 basis-64">
        <h2 id="cancellation" className="flex items-center gap-2 text-lg font-bold">
          <TriangleAlert className="size-5 text-ember" aria-hidden="true" />
          {words.deskSale.cancelHead}
        </h2>
        <p className="text-muted">{words.deskSale.cancelLead}</p>
      </div>
      <CancelDialog sale={sale} />
    </section>
  )
}

function CancelDialog({ sale }: { sale: Sale }) {
  const { words, formats } = useLanguage()
  const { performanceId } = sale.performance
  const [isOpen, setOpen] = useState(false)
  const [isSure, setSure] = useState(false)
  const cancelling = useMutation(
    trpc.desk.cancelPerformance.mutationOptions({ onSettled: tellSaleChanged }),
  )
  const what =
    sale.bookings === 0
      ? words.deskSale.cancelNoBookings
      : words.deskSale.cancelBookings(
          formats.number(sale.bookings),
          formats.number(sale.booked),
          formats.money(sale.revenue, sale.currency),
        )
  return (
    <Dialog.Root
      open={isOpen}
      onOpenChange={(next) => {
        cancelling.reset()
        setSure(false)
        setOpen(next)
      }}
    >
      <Dialog.Trigger className={buttonLook("danger")}>{words.deskSale.cancel}</Dialog.Trigger>
      <ConfirmAction
        title={words.deskSale.cancelTitle}
        keep={words.deskSale.cancelKeep}
        yes={words.deskSale.cancelYes}
        isHeld={!isSure}
        action={{ ...cancelling, mutate: () => cancelling.mutate({ performanceId }) }}
      >
        <p className="font-semibold">
          {formats.dayAndClock(sale.performance.startsAt, sale.timeZone)}
        </p>
        <WhatHappens sentences={[what, ...words.deskSale.cancelWhat]} />
        <label className="flex min-h-11 items-center gap-3 rounded-xl bg-sunken px-4 py-2 font-semibold">
          <input
            type="checkbox"
            checked={isSure}
            onChange={(changed) => setSure(changed.target.checked)}
            className="size-5 shrink-0 accent-grape"
          />
          {words.deskSale.cancelSure}
        </label>
      </ConfirmAction>
    </Dialog.Root>
  )
}
