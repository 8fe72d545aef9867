import { useLanguage } from "../../app/language/language.ts"
import { quartersOf } from "./chart-scale.ts"

type TimeAxisProps = {
  minutes: readonly { minute: string }[]
  clock: (instant: string) => string
}

/** Below a chart of the last hour, as wide as it. */
export function TimeAxis({ minutes, clock }: TimeAxisProps) {
  const { words } = useLanguage()
  const count = minutes.length
  // At its ends a label would be cut off, or meet "now".
  const labels = quartersOf(minutes).filter(({ at }) => at >= 3 && at <= count - 11)
  return (
    <div className="relative h-5">
      {labels.map(({ at, minute }) => (
        <span
          key={minute}
          className="absolute -translate-x-1/2"
          style={{ left: `${(100 * (at + 0.5)) / count}%` }}
        >
          {clock(minute)}
        </span>
      ))}
      <span className="absolute right-0 font-bold text-leaf">{words.deskSale.now}</span>
    </div>
  )
}
