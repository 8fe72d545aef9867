import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { Empty } from "../../app/shell/empty.tsx"
import type { OnSale } from "./on-sale.ts"

export function SaleOver({ event, performance, elsewhere }: OnSale) {
  const { words, formats } = useLanguage()
  const when = formats.dayAndClock(performance.saleClosesAt, event.timeZone)
  return (
    <div className="flex flex-col gap-8">
      <Empty title={words.performance.over} hint={words.performance.overSince(when)}>
        {performance.mine ? (
          <ButtonLink href={`/bookings?event=${event.eventId}`}>
            {words.performance.seeBookings}
          </ButtonLink>
        ) : (
          <ButtonLink href="/">{words.booked.more}</ButtonLink>
        )}
      </Empty>
      {elsewhere}
    </div>
  )
}
