import type { Area } from "@podo/contract/ids"
import type { PlanArea } from "@podo/contract/seating"
import { ChevronLeft } from "lucide-react"
import { useState } from "react"
import { useSearchParams } from "wouter"
import { useLanguage } from "../language/language.ts"
import { AreaMap } from "../seat-map/area-map.tsx"
import { Bone } from "../shell/bone.tsx"
import { Button } from "../shell/button.tsx"
import { Failure } from "../shell/failure.tsx"
import type { HallProps } from "./hall.tsx"
import { useSection } from "./plan-query.ts"
import { SeatsToChoose } from "./seats-to-choose.tsx"
import { StandingToChoose } from "./standing-areas.tsx"

/** First an area, then its places: a stadium's seats are too many to see at once. */
export function LargeHall(props: HallProps) {
  const { picked, pick, leave, isBack } = usePickedArea()
  const area = props.plan.areas.find((each) => each.area === picked)
  if (area === undefined) return <Areas {...props} isBack={isBack} onPick={pick} />
  return <OneArea key={area.area} {...props} area={area} onLeave={leave} />
}

/** In the address, so that the phone's back gesture leads from an area to the map of all of them. */
function usePickedArea() {
  const [params, setParams] = useSearchParams()
  const [hasPicked, setPicked] = useState(false)
  const picked = params.get("area")
  return {
    picked,
    isBack: hasPicked && picked === null,
    pick: (area: Area) => {
      setPicked(true)
      setParams({ area })
    },
    leave: () => {
      if (hasPicked) return history.back()
      setPicked(true)
      return setParams({}, { replace: true })
    },
  }
}

type AreasProps = HallProps & { isBack: boolean; onPick: (area: Area) => void }

function Areas({ plan, places, isBack, onPick }: AreasProps) {
  const { words } = useLanguage()
  return (
    <section aria-label={words.performance.pickArea} className="flex flex-col gap-4">
      <h2 ref={isBack ? arrive : null} tabIndex={-1} className="scroll-mt-20 text-lg font-bold">
        {words.performance.pickArea}
      </h2>
      <AreaMap plan={plan} places={places} onPick={onPick} />
    </section>
  )
}

type OneAreaProps = HallProps & { area: PlanArea; onLeave: () => void }

function OneArea({ area, onLeave, ...props }: OneAreaProps) {
  const { words, named } = useLanguage()
  return (
    <section aria-label={named(area.name, area.englishName)} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 ref={arrive} tabIndex={-1} className="scroll-mt-20 text-lg font-bold">
          {named(area.name, area.englishName)}
        </h2>
        <Button look="outline" onClick={onLeave}>
          <ChevronLeft className="size-4" aria-hidden="true" />
          {words.performance.otherArea}
        </Button>
      </div>
      {area.kind === "standing" ? (
        <StandingToChoose {...props} areas={[area]} />
      ) : (
        <Section {...props} area={area.area} />
      )}
    </section>
  )
}

/** The area may have been picked far down the page: what comes of it starts at its heading. */
function arrive(heading: HTMLElement | null) {
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ block: "start" })
}

function Section({ area, ...props }: HallProps & { area: Area }) {
  const { words } = useLanguage()
  const section = useSection(props.performance.performanceId, area)
  if (section.data !== undefined) return <SeatsToChoose {...props} plan={section.data} />
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
