import { useMemo } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { HallMap, type HallMapProps } from "../../map/hall-map.tsx"
import { SeatSample } from "../../map/seat-card.tsx"
import type { SeatLook } from "../../map/seat-look.ts"
import { SeatRules } from "../../map/seat-rules.ts"
import type { SeatWords } from "../../app/language/seat-words.ts"
import { isFull, type SiftedChoice } from "./house-choice.ts"
import { quantityIdOf } from "./standing-house.tsx"

type HouseMapProps = Pick<HallMapProps, "plan" | "seats" | "places" | "look" | "onToggle"> & {
  sifted: SiftedChoice
}

const PRESSABLE: ReadonlySet<SeatLook> = new Set(["open", "withheld"])
const EXPLAINED: readonly SeatLook[] = ["open", "selected", "withheld", "held", "sold"]
const NONE: ReadonlySet<number> = new Set()

/** The buyers' map, on which withheld seats can be pressed as well and are called what they are. */
export function HouseMap({ sifted, ...map }: HouseMapProps) {
  const { words } = useLanguage()
  const { withhold, release, gone } = sifted
  const selected = useMemo(() => new Set([...withhold, ...release]), [withhold, release])
  const taken = useMemo(() => new Set(gone), [gone])
  const rules = useMemo(() => {
    const reword = (say: SeatWords): SeatWords => ({
      ...say,
      looks: words.deskSale.looks,
      whyNot: words.deskSale.whyNot,
      tapHint: words.deskSale.tapHint,
    })
    return { pressable: PRESSABLE, reword }
  }, [words])
  return (
    <SeatRules value={rules}>
      <div className="flex min-w-0 flex-col gap-3">
        <HallMap
          {...map}
          selected={selected}
          mine={NONE}
          gone={taken}
          full={isFull(sifted)}
          // The area has no seats: the field for its quantity is further down.
          onStanding={(area) => document.getElementById(quantityIdOf(area))?.focus()}
        />
        <Legend />
      </div>
    </SeatRules>
  )
}

function Legend() {
  const { words } = useLanguage()
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {EXPLAINED.map((look) => (
        <li key={look} className="flex items-center gap-1">
          <SeatSample look={look} tier={0} />
          {words.deskSale.looks[look]}
        </li>
      ))}
    </ul>
  )
}
