import type { Sale } from "@podo/contract/desk-sale"
import { useState } from "react"
import { useLanguage } from "../../language/language.ts"
import { Notice } from "../../shell/notice.tsx"

/** Bookings of a cancelled performance end in the background: how far that is, as the server counts it. */
export function Cancelling({ sale }: { sale: Sale }) {
  const { words, formats } = useLanguage()
  const [most, setMost] = useState(sale.bookings)
  if (sale.bookings > most) setMost(sale.bookings)
  if (sale.bookings === 0) return <Notice tone="info">{words.deskSale.cancelledAll}</Notice>
  const sentence = words.deskSale.cancelling(formats.number(sale.bookings), formats.number(most))
  return (
    <Notice tone="info">
      <div className="flex flex-col gap-2">
        <p>{sentence}</p>
        <progress
          aria-label={sentence}
          max={most}
          value={most - sale.bookings}
          className="h-2 w-full overflow-hidden rounded-full accent-grape"
        />
      </div>
    </Notice>
  )
}
