import type { Place } from "@podo/contract/ids"
import type { Plan, Seat } from "@podo/contract/seating"
import { useLanguage } from "../../app/language/language.ts"
import { LiveSign } from "../../app/live/live-sign.tsx"
import type { HallMapProps } from "../../map/hall-map.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { SeatedHall } from "./seated-hall.tsx"
import { StandingToChoose } from "./standing-areas.tsx"
import type { Choosing } from "./use-choice.ts"
import type { Wishing } from "./use-wish.ts"

export type HallProps = {
  plan: Plan
  /** Undefined while they are on their way: areas can be looked at meanwhile. */
  seats: readonly Seat[] | undefined
  places: string
  isStale: boolean
  choosing: Choosing
  wishing: Wishing
  gone: ReadonlySet<number>
  mine: readonly Place[]
  isHolding: boolean
  look: HallMapProps["look"]
  onLook: (look: HallMapProps["look"]) => void
  onChange: () => void
}

export function Hall(props: HallProps) {
  const { words } = useLanguage()
  const { areas } = props.plan
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {props.isStale ? <Notice tone="warning">{words.performance.stale}</Notice> : <LiveSign />}
      {areas.some(({ kind }) => kind === "seated") ? (
        <SeatedHall {...props} />
      ) : (
        <StandingToChoose {...props} areas={areas} />
      )}
    </div>
  )
}
