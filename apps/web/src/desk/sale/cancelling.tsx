import type { Sale } from "@podo/contract/desk-sale"
import { useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Notice } from "../../app/shell/notice.tsx"

/** Bookings of a cancelled performance end in the background: how far that is, as the server counts it. */
export function Cancelling({ sale }: { sale: Sale }) {
  const { words, formats } = useLanguage()
  const isCancelled = sale.performance.cancelledAt !== null
  // As many as there were when it was called off, or when this page was opened.
  const [all, setAll] = useState(sale.bookings)
  if (sale.bookings !== all && (!isCancelled || sale.bookings > all)) setAll(sale.bookings)
  if (!isCancelled) return null
  if (sale.bookings === 0) return <Notice tone="info">{words.deskSale.cancelledAll}</Notice>
  const sentence = words.deskSale.cancelling(formats.number(sale.bookings), formats.number(all))
  return (
    <Notice tone="info">
      <div className="flex flex-col gap-2">
        <p>{sentence}</p>
        <progress
          aria-label={sentence}
          max={all}
          value={all - sale.bookings}
          className="h-2 w-full appearance-none overflow-hidden rounded-full bg-wash-line [&::-moz-progress-bar]:bg-grape [&::-webkit-progress-bar]:bg-wash-line [&::-webkit-progress-value]:bg-grape"
        />
      </div>
    </Notice>
  )
}
