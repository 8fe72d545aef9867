import { useLanguage } from "../language/language.ts"
import { ButtonLink } from "../shell/button.tsx"
import { Empty } from "../shell/empty.tsx"
import type { CounterProps } from "./counter.tsx"

/** It does not take place. Who had booked it finds the booking, cancelled; everybody the other dates. */
export function Cancelled({ event, performance, elsewhere }: CounterProps) {
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
