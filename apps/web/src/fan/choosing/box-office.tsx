import { useMeQuery } from "../../app/session/session.ts"
import { usePlacesBookedAt } from "../booking/bookings-query.ts"
import { useLanguage } from "../../app/language/language.ts"
import { Failure } from "../../app/shell/failure.tsx"
import { useAvailability } from "../../map/availability.ts"
import type { OnSale } from "./on-sale.ts"
import { HallAndPanel } from "./hall-and-panel.tsx"
import { useHold } from "./hold-query.ts"
import { BoxOfficeSkeleton, DaySkeleton } from "./performance-skeleton.tsx"
import { useHallSeats, usePlan } from "../../map/plan-query.ts"

const NONE: readonly number[] = []

/** Shows no map before it knows which places are free: an empty guess would sell hope. */
export function BoxOffice({ sale }: { sale: OnSale }) {
  const { words } = useLanguage()
  const { performanceId } = sale.performance
  const me = useMeQuery()
  const isSignedIn = Boolean(me.data)
  const plan = usePlan(performanceId)
  const seats = useHallSeats(performanceId)
  const availability = useAvailability(performanceId)
  const hold = useHold(performanceId, isSignedIn)
  const booked = usePlacesBookedAt(performanceId, isSignedIn)

  const needed = [plan, availability, me, hold, booked]
  // The seats may come later than all of it, but without them nothing can be chosen.
  const missing = [...needed, seats].filter(
    ({ data, error }) => data === undefined && error !== null,
  )
  if (missing.length > 0) {
    return (
      <Failure
        error={missing[0]?.error}
        onRetry={() => void Promise.all(missing.map((query) => query.refetch()))}
        title={words.performance.mapFailed}
        hint={words.performance.mapFailedHint}
      />
    )
  }
  const isWaiting = needed.some(({ isLoading }) => isLoading)
  if (isWaiting || plan.data === undefined || availability.data === undefined) {
    return sale.layout === "day" ? <DaySkeleton /> : <BoxOfficeSkeleton />
  }
  return (
    <HallAndPanel
      sale={sale}
      hall={{
        plan: plan.data,
        seats: seats.data,
        places: availability.data.places,
        isStale: availability.isError,
      }}
      owned={{ hold: hold.data ?? null, booked: booked.data ?? NONE }}
    />
  )
}
