import { Dialog } from "@base-ui/react/dialog"
import type { DeskRoom } from "@podo/contract/desk-room"
import type { Sale } from "@podo/contract/desk-sale"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { trpc } from "../../app/api/trpc.ts"
import { useLanguage } from "../../app/language/language.ts"
import { buttonLook } from "../../app/shell/button.tsx"
import { tell } from "../../app/shell/toasts.tsx"
import { ConfirmAction } from "../sale/confirm-action.tsx"
import { tellSaleChanged } from "../sale/sale-query.ts"
import { WhatHappens } from "../sale/what-happens.tsx"

/** Before its time, and never back again. */
export function OpenSale({ sale, room }: { sale: Sale; room: DeskRoom["room"] }) {
  const { words, formats } = useLanguage()
  const { performanceId, saleState, saleOpensAt } = sale.performance
  const [isOpen, setOpen] = useState(false)
  const opening = useMutation(
    trpc.desk.openSale.mutationOptions({
      onSuccess: () => {
        setOpen(false)
        tell(words.deskRoom.didOpen)
      },
      onSettled: tellSaleChanged,
    }),
  )
  if (saleState !== "scheduled") return null
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Dialog.Root
        open={isOpen}
        onOpenChange={(next) => {
          opening.reset()
          setOpen(next)
        }}
      >
        <Dialog.Trigger className={buttonLook("outline", "medium", "min-w-40")}>
          {words.deskRoom.open}
        </Dialog.Trigger>
        <ConfirmAction
          title={words.deskRoom.openTitle}
          keep={words.deskRoom.openKeep}
          yes={words.deskRoom.openYes}
          look="primary"
          action={{ ...opening, mutate: () => opening.mutate({ performanceId }) }}
        >
          <WhatHappens
            sentences={[
              ...words.deskRoom.openWhat,
              ...(room?.paused === true ? [words.deskRoom.openPaused] : []),
            ]}
          />
        </ConfirmAction>
      </Dialog.Root>
      <p className="min-w-0 flex-1 basis-56 text-sm text-muted">
        {words.deskRoom.openLead(formats.dayAndClock(saleOpensAt, sale.timeZone))}
      </p>
    </div>
  )
}
