import { useLanguage } from "../../app/language/language.ts"
import { LiveSign } from "../../app/live/live-sign.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import type { HallNow } from "./hall-now.ts"
import { SeatedHall } from "./seated-hall.tsx"
import { StandingToChoose } from "./standing-areas.tsx"

export function Hall(props: HallNow) {
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
