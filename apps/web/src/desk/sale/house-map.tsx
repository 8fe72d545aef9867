import type { Sale } from "@podo/contract/desk-sale"
import type { Area } from "@podo/contract/ids"
import { ChevronLeft } from "lucide-react"
import type { Plan } from "@podo/contract/seating"
import { useMemo, useState } from "react"
import { useLanguage } from "../../language/language.ts"
import { isLargeHall, useSection } from "../../performance/plan-query.ts"
import { AreaMap } from "../../seat-map/area-map.tsx"
import { SeatSample } from "../../seat-map/seat-card.tsx"
import { SeatMap } from "../../seat-map/seat-map.tsx"
import type { SeatLook } from "../../seat-map/seat-look.ts"
import { SeatRules } from "../../seat-map/seat-rules.ts"
import type { SeatWords } from "../../seat-map/seat-words.ts"
import { Bone } from "../../shell/bone.tsx"
import { Button } from "../../shell/button.tsx"
import { Failure } from "../../shell/failure.tsx"
import { quantityIdOf } from "./standing-house.tsx"
import { isFull, type SiftedChoice } from "./house-choice.ts"

type HouseMapProps = {
  performance: Sale["performance"]
  plan: Plan
  places: string
  sifted: SiftedChoice
  /** One area of a large hall is looked at. */
  onArea: (area: Area) => void
  onToggle: (place: number) => void
}

const PRESSABLE: ReadonlySet<SeatLook> = new Set(["open", "withheld"])
const EXPLAINED: readonly SeatLook[] = ["open", "selected", "withheld", "held", "sold"]
const NONE: ReadonlySet<number> = new Set()

/** The buyers' map, on which withheld seats can be pressed as well and are called what they are. */
export function HouseMap(props: HouseMapProps) {
  const { words } = useLanguage()
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
      {/* Here house seats are what is looked for: they stand out from the sold ones around them. */}
      <div className="min-w-0 [&_.seat-withheld]:scale-150 [&_.seat-withheld]:[stroke-width:1.8]! [&_.seat-withheld]:[stroke:var(--color-ink)]!">
        {isLargeHall(props.performance) ? <LargeHouse {...props} /> : <Seats {...props} />}
      </div>
    </SeatRules>
  )
}

function Seats({ plan, places, sifted, onToggle }: HouseMapProps) {
  const { withhold, release, gone } = sifted
  const selected = useMemo(() => new Set([...withhold, ...release]), [withhold, release])
  const taken = useMemo(() => new Set(gone), [gone])
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <SeatMap
        plan={plan}
        places={places}
        selected={selected}
        mine={NONE}
        gone={taken}
        full={isFull(sifted)}
        onToggle={onToggle}
      />
      <Legend />
    </div>
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

/** First an area, then its seats: all of a stadium are too many to draw. */
function LargeHouse(props: HouseMapProps) {
  const { words, named } = useLanguage()
  const [picked, setPicked] = useState<Area>()
  const area = props.plan.areas.find((each) => each.area === picked)
  const pick = (next: Area) => {
    const found = props.plan.areas.find((each) => each.area === next)
    // Nobody has a seat there: the field for its quantity is further down.
    if (found?.kind === "standing") return document.getElementById(quantityIdOf(next))?.focus()
    setPicked(next)
    return props.onArea(next)
  }
  if (area === undefined) {
    return (
      <section aria-label={words.deskSale.pickArea} className="flex min-w-0 flex-col gap-3">
        <h3 className="font-bold">{words.deskSale.pickArea}</h3>
        <AreaMap plan={props.plan} places={props.places} onPick={pick} />
      </section>
    )
  }
  const name = named(area.name, area.englishName)
  return (
    <section aria-label={name} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 ref={arrive} tabIndex={-1} className="scroll-mt-20 font-bold">
          {name}
        </h3>
        <Button look="outline" onClick={() => setPicked(undefined)}>
          <ChevronLeft className="size-4" aria-hidden="true" />
          {words.deskSale.otherArea}
        </Button>
      </div>
      <Section key={area.area} {...props} area={area.area} />
    </section>
  )
}

/** The area may have been picked far down in the list: its seats start at its heading. */
function arrive(heading: HTMLElement | null) {
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: "start" })
}

function Section({ area, ...props }: HouseMapProps & { area: Area }) {
  const { words } = useLanguage()
  const section = useSection(props.performance.performanceId, area)
  if (section.data !== undefined) return <Seats {...props} plan={section.data} />
  if (section.error === null) return <Bone className="h-[50vh] w-full rounded-3xl" />
  return (
    <Failure
      error={section.error}
      title={words.deskSale.mapFailed}
      onRetry={() => void section.refetch()}
    />
  )
}
