import type { PerformanceOnSale } from "@podo/contract/catalog"
import type { Area } from "@podo/contract/ids"
import type { Plan, PlanArea } from "@podo/contract/seating"
import { ChevronLeft } from "lucide-react"
import { useMemo, useState } from "react"
import { useLanguage } from "../language/language.ts"
import { AreaMap } from "../seat-map/area-map.tsx"
import { SeatLegend } from "../seat-map/seat-legend.tsx"
import { SeatMap } from "../seat-map/seat-map.tsx"
import { Bone } from "../shell/bone.tsx"
import { Button } from "../shell/button.tsx"
import { Failure } from "../shell/failure.tsx"
import { Notice } from "../shell/notice.tsx"
import { isLargeHall, useSection } from "./plan-query.ts"
import { StandingAreas } from "./standing-areas.tsx"
import type { Choosing } from "./use-choice.ts"

type HallProps = {
  performance: PerformanceOnSale
  plan: Plan
  places: string
  isStale: boolean
  choosing: Choosing
  gone: ReadonlySet<number>
  mine: readonly number[]
  isHolding: boolean
  onChange: () => void
}

export function Hall(props: HallProps) {
  const { words } = useLanguage()
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {props.isStale ? <Notice tone="warning">{words.performance.stale}</Notice> : null}
      {isLargeHall(props.performance) ? <LargeHall {...props} /> : <SmallHall {...props} />}
    </div>
  )
}

function SmallHall(props: HallProps) {
  const { plan } = props
  const standing = plan.areas.filter(({ kind }) => kind === "standing")
  return (
    <>
      {plan.seats.length > 0 ? <Seats {...props} /> : null}
      {standing.length > 0 ? <Standing {...props} areas={standing} /> : null}
    </>
  )
}

function LargeHall(props: HallProps) {
  const { words, named } = useLanguage()
  const { plan, places } = props
  const [picked, setPicked] = useState<Area>()
  const area = plan.areas.find((each) => each.area === picked)

  if (area === undefined) {
    return (
      <section aria-label={words.performance.pickArea} className="flex flex-col gap-4">
        <h2 className="text-lg font-bold">{words.performance.pickArea}</h2>
        <AreaMap plan={plan} places={places} onPick={setPicked} />
      </section>
    )
  }
  return (
    <section aria-label={named(area.name, area.englishName)} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg font-bold">{named(area.name, area.englishName)}</h2>
        <Button look="outline" onClick={() => setPicked(undefined)}>
          <ChevronLeft className="size-4" aria-hidden="true" />
          {words.performance.otherArea}
        </Button>
      </div>
      {area.kind === "standing" ? (
        <Standing {...props} areas={[area]} />
      ) : (
        <Section {...props} area={area.area} />
      )}
    </section>
  )
}

function Section({ area, ...props }: HallProps & { area: Area }) {
  const { words } = useLanguage()
  const section = useSection(props.performance.performanceId, area)
  if (section.data !== undefined) return <Seats {...props} plan={section.data} />
  if (section.error === null) return <Bone className="h-[50vh] w-full rounded-3xl" />
  return (
    <Failure
      error={section.error}
      onRetry={() => void section.refetch()}
      title={words.performance.mapFailed}
      hint={words.performance.mapFailedHint}
    />
  )
}

function Seats({ plan, places, choosing, gone, mine, isHolding, onChange }: HallProps) {
  const mineSet = useMemo(() => new Set(mine), [mine])
  return (
    <div className="flex flex-col gap-4">
      <SeatMap
        plan={plan}
        places={places}
        selected={isHolding ? NONE : choosing.selected}
        mine={mineSet}
        gone={gone}
        full={isHolding || choosing.isFull}
        onToggle={(place) => {
          if (isHolding) return
          onChange()
          choosing.toggle(place)
        }}
      />
      <SeatLegend plan={plan} places={places} />
    </div>
  )
}

const NONE: ReadonlySet<number> = new Set()

function Standing({
  plan,
  places,
  choosing,
  isHolding,
  onChange,
  areas,
}: HallProps & { areas: PlanArea[] }) {
  return (
    <StandingAreas
      areas={areas}
      currency={plan.currency}
      places={places}
      standing={isHolding ? null : choosing.choice.standing}
      max={isHolding ? 0 : choosing.max}
      onQuantity={(area, quantity) => {
        onChange()
        choosing.setQuantity(area, quantity)
      }}
    />
  )
}
