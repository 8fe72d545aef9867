import { Dialog } from "@base-ui/react/dialog"
import type { Sale } from "@podo/contract/desk-sale"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { trpc } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { buttonLook } from "../../app/shell/button.tsx"
import { ConfirmAction } from "./confirm-action.tsx"
import { tellSaleChanged } from "./sale-query.ts"
import { WhatHappens } from "./what-happens.tsx"

export function CloseSale({ sale }: { sale: Sale }) {
  const { words } = useLanguage()
  const { performanceId } = sale.performance
  const [isOpen, setOpen] = useState(false)
  const closing = useMutation(trpc.desk.closeSale.mutationOptions({ onSettled: tellSaleChanged }))
  return (
    <section aria-labelledby="end" className="flex flex-col gap-3">
      <h2 id="end" className="text-lg font-bold">
        {words.deskSale.end}
      </h2>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4 rounded-3xl bg-raised p-5 ring-1 ring-line sm:p-6">
        <p className="min-w-0 flex-1 basis-64 text-muted">{words.deskSale.closeLead}</p>
        <Dialog.Root
          open={isOpen}
          onOpenChange={(next) => {
            closing.reset()
            setOpen(next)
          }}
        >
          <Dialog.Trigger className={buttonLook("outline")}>{words.deskSale.close}</Dialog.Trigger>
          <ConfirmAction
            title={words.deskSale.closeTitle}
            keep={words.deskSale.closeKeep}
            yes={words.deskSale.closeYes}
            action={{ ...closing, mutate: () => closing.mutate({ performanceId }) }}
          >
            <WhatHappens sentences={words.deskSale.closeWhat} />
          </ConfirmAction>
        </Dialog.Root>
      </div>
    </section>
  )
}
