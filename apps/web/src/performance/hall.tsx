import type { PerformanceOnSale } from "@podo/contract/catalog"
import type { Plan } from "@podo/contract/seating"
import { useLanguage } from "../language/language.ts"
import { Notice } from "../shell/notice.tsx"
import { LargeHall } from "./large-hall.tsx"
import { isLargeHall } from "./plan-query.ts"
import { SeatsToChoose } from "./seats-to-choose.tsx"
import { StandingToChoose } from "./standing-areas.tsx"
import type { Choosing } from "./use-choice.ts"

export type HallProps = {
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
      {plan.seats.length > 0 ? <SeatsToChoose {...props} /> : null}
      {standing.length > 0 ? <StandingToChoose {...props} areas={standing} /> : null}
    </>
  )
}
