import type { Sale } from "@podo/contract/desk-sale"
import type { Plan } from "@podo/contract/seating"
import { useState } from "react"
import { useLanguage } from "../../language/language.ts"
import { Notice } from "../../shell/notice.tsx"
import { ChoicePanel } from "./choice-panel.tsx"
import { type HouseChoice, sift, toggle } from "./house-choice.ts"
import { HouseMap } from "./house-map.tsx"
import { RowForm } from "./row-form.tsx"
import { StandingHouse } from "./standing-house.tsx"

export type HouseDeskProps = {
  sale: Sale
  plan: Plan
  /** One character a place, as in PLACE_STATES. */
  places: string
  isStale: boolean
  choice: HouseChoice
  onChoice: (choice: HouseChoice) => void
}

/** Seats are chosen on the map or by row, standing places by number. */
export function HouseDesk({ sale, plan, places, isStale, choice, onChoice }: HouseDeskProps) {
  const { words } = useLanguage()
  const { performance } = sale
  const sifted = sift(choice, places)
  const seated = plan.areas.filter(({ kind }) => kind === "seated")
  const standing = plan.areas.filter(({ kind }) => kind === "standing")
  const [area, setArea] = useState(seated[0]?.area)
  return (
    <div className="flex flex-col gap-5">
      {isStale ? <Notice tone="warning">{words.deskSale.stale}</Notice> : null}
      {seated.length === 0 ? null : (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem]">
          <HouseMap
            performance={performance}
            plan={plan}
            places={places}
            sifted={sifted}
            onArea={setArea}
            onToggle={(place) => onChoice(toggle(choice, place, places))}
          />
          <div className="flex flex-col gap-5 lg:sticky lg:top-24">
            <RowForm
              performance={performance}
              plan={plan}
              areas={seated}
              area={area}
              onArea={setArea}
              places={places}
              choice={choice}
              onChoice={onChoice}
            />
            <ChoicePanel
              performance={performance}
              plan={plan}
              choice={choice}
              sifted={sifted}
              onChoice={onChoice}
            />
          </div>
        </div>
      )}
      {standing.length === 0 ? null : (
        <StandingHouse sale={sale} areas={standing} places={places} />
      )}
    </div>
  )
}
