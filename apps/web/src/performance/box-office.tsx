import type { Booking } from "@podo/contract/booking"
import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { useMe } from "../account/session.ts"
import { usePlacesBookedAt } from "../booking/bookings-query.ts"
import { useLanguage } from "../language/language.ts"
import { Failure } from "../shell/failure.tsx"
import { useAvailability } from "./availability.ts"
import { Desk } from "./desk.tsx"
import { useHold } from "./hold-query.ts"
import { BoxOfficeBones } from "./performance-bones.tsx"
import { usePlan } from "./plan-query.ts"

type BoxOfficeProps = {
  event: EventDetail
  performance: PerformanceOnSale
  onBooked: (booking: Booking) => void
}

const NONE: readonly number[] = []

/** Shows no map before it knows which places are free: an empty guess would sell hope. */
export function BoxOffice({ event, performance, onBooked }: BoxOfficeProps) {
  const { words } = useLanguage()
  const { performanceId } = performance
  const isSignedIn = Boolean(useMe())
  const plan = usePlan(performance)
  const availability = useAvailability(performanceId)
  const hold = useHold(performanceId, isSignedIn)
  const booked = usePlacesBookedAt(performanceId, isSignedIn)

  if (plan.data === undefined || availability.data === undefined) {
    const error = plan.error ?? availability.error
    if (error === null) return <BoxOfficeBones />
    const retry = () => void Promise.all([plan.refetch(), availability.refetch()])
    return (
      <Failure
        error={error}
        onRetry={retry}
        title={words.performance.mapFailed}
        hint={words.performance.mapFailedHint}
      />
    )
  }
  if (hold.isLoading || booked.isLoading) return <BoxOfficeBones />
  return (
    <Desk
      event={event}
      performance={performance}
      plan={plan.data}
      places={availability.data.places}
      isStale={availability.isError}
      hold={hold.data ?? null}
      booked={booked.data ?? NONE}
      onBooked={onBooked}
    />
  )
}
