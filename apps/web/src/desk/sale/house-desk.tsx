import type { Sale } from "@podo/contract/desk-sale"
import type { Area } from "@podo/contract/ids"
import type { Plan, Seat } from "@podo/contract/seating"
import { useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { areaOfPlace } from "../../map/plan-query.ts"
import { Notice } from "../../app/shell/notice.tsx"
import { ChoicePanel } from "./choice-panel.tsx"
import { type HouseChoice, sift, toggle } from "./house-choice.ts"
import { HouseMap } from "./house-map.tsx"
import { RowForm } from "./row-form.tsx"
import { StandingHouse } from "./standing-house.tsx"

export type HouseDeskProps = {
  sale: Sale
  plan: Plan
  /** In the order of places; undefined while they are on their way. */
  seats: readonly Seat[] | undefined
  /** One character a place, as in PLACE_STATES. */
  places: string
  isStale: boolean
  choice: HouseChoice
  onChoice: (choice: HouseChoice) => void
}

/** Seats are chosen on the map or by row, standing places by number. */
export function HouseDesk(props: HouseDeskProps) {
  const { sale, plan, seats, places, isStale, choice, onChoice } = props
  const { words } = useLanguage()
  const { performanceId } = sale.performance
  const sifted = sift(choice, places)
  const seated = plan.areas.filter(({ kind }) => kind === "seated")
  const standing = plan.areas.filter(({ kind }) => kind === "standing")
  const [area, setArea] = useState(seated[0]?.area)
  const [look, setLook] = useState<{ area: Area }>()
  return (
    <div className="flex flex-col gap-5">
      {isStale ? <Notice tone="warning">{words.deskSale.stale}</Notice> : null}
      {seated.length === 0 ? null : (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem]">
          <HouseMap
            {...{ plan, seats, places, sifted, look }}
            onToggle={(place) => {
              onChoice(toggle(choice, place, places))
              setArea(areaOfPlace(plan, place)?.area)
            }}
          />
          <div className="flex flex-col gap-5 lg:sticky lg:top-24">
            <RowForm
              {...{ plan, seats, places, choice, onChoice, area }}
              areas={seated}
              onArea={(next) => {
                setArea(next)
                setLook({ area: next })
              }}
            />
            <ChoicePanel {...{ performanceId, plan, seats, choice, sifted, onChoice }} />
          </div>
        </div>
      )}
      {standing.length === 0 ? null : (
        <StandingHouse sale={sale} areas={standing} places={places} />
      )}
    </div>
  )
}
