import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { Empty } from "../../app/shell/empty.tsx"
import type { OnSale } from "./on-sale.ts"

/** It does not take place. A person who had booked it finds the booking, cancelled; everybody the other dates. */
export function Cancelled({ event, performance, elsewhere }: OnSale) {
  const { words } = useLanguage()
  return (
    <div className="flex flex-col gap-8">
      <Empty title={words.performance.cancelled} hint={words.performance.cancelledHint}>
        {performance.mine ? (
          <ButtonLink href={`/bookings?event=${event.eventId}`}>
            {words.performance.seeBookings}
          </ButtonLink>
        ) : null}
      </Empty>
      {elsewhere}
    </div>
  )
}
