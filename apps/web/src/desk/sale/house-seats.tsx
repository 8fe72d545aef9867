import type { Sale } from "@podo/contract/desk-sale"
import { ChevronDown } from "lucide-react"
import { useRef, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { SkeletonBlock } from "../../app/shell/skeleton.tsx"
import { Button } from "../../app/shell/button.tsx"
import { Failure } from "../../app/shell/failure.tsx"
import { useAvailability } from "../../map/availability.ts"
import { useHallSeats } from "../../map/plan-query.ts"
import { NOTHING } from "./house-choice.ts"
import { HouseDesk, type HouseDeskProps } from "./house-desk.tsx"
import { useHousePlan } from "./house-query.ts"
import { WithheldList } from "./withheld-list.tsx"

/** Places that the house keeps for itself: withheld on the map, and given back from the list. */
export function HouseSeats({ sale }: { sale: Sale }) {
  const { words } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  // Kept here: who closes the map for a moment must not lose what they picked.
  const [choice, setChoice] = useState(NOTHING)
  const heading = useRef<HTMLHeadingElement>(null)
  const isDraft = sale.publishedAt === null
  const isFixed = isDraft || sale.performance.cancelledAt !== null
  const plan = useHousePlan(sale.performance, !isDraft && (isOpen || sale.withheld > 0))
  return (
    <section aria-labelledby="house" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 ref={heading} id="house" tabIndex={-1} className="text-lg font-bold">
            {words.deskSale.house}
          </h2>
          <p className="text-muted">{lead()}</p>
        </div>
        {isFixed ? null : (
          <Button look="outline" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.deskSale.withholdDone : words.deskSale.withhold}
            <ChevronDown
              className={`size-4 transition-transform ${isOpen ? "rotate-180" : ""}`}
              aria-hidden="true"
            />
          </Button>
        )}
      </div>
      {plan.error === null || plan.data !== undefined ? null : (
        <Failure
          error={plan.error}
          title={words.deskSale.mapFailed}
          onRetry={() => void plan.refetch()}
        />
      )}
      {isOpen && !isFixed && plan.data !== undefined ? (
        <OpenHouse sale={sale} plan={plan.data} choice={choice} onChoice={setChoice} />
      ) : null}
      {plan.isLoading ? <SkeletonBlock className="h-40 w-full rounded-3xl" /> : null}
      {plan.data !== undefined || sale.withheld === 0 ? (
        <WithheldList
          sale={sale}
          plan={plan.data}
          isFixed={isFixed}
          onReleased={() => heading.current?.focus()}
        />
      ) : null}
    </section>
  )

  function lead() {
    if (isDraft) return words.deskSale.houseDraft
    return isFixed ? words.deskSale.houseCancelled : words.deskSale.houseLead
  }
}

/** Shows no map before it knows what is open: an old guess would withhold what is sold. */
function OpenHouse(props: Omit<HouseDeskProps, "seats" | "places" | "isStale">) {
  const { words } = useLanguage()
  const { performanceId } = props.sale.performance
  const availability = useAvailability(performanceId)
  const seats = useHallSeats(performanceId)
  const failed = [availability, seats].find(({ data, error }) => data === undefined && error)
  if (failed !== undefined) {
    return (
      <Failure
        error={failed.error}
        title={words.deskSale.mapFailed}
        onRetry={() => void failed.refetch()}
      />
    )
  }
  if (availability.data === undefined)
    return <SkeletonBlock className="h-[50vh] w-full rounded-3xl" />
  return (
    <HouseDesk
      {...props}
      seats={seats.data}
      places={availability.data.places}
      isStale={availability.isError}
    />
  )
}
