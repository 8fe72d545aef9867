import { useEffect, useState } from "react"
import { useLanguage } from "../../language/language.ts"
import { clockToTheSecond } from "./clocks.ts"

export type Freshness = {
  /** When the numbers came. */
  atMs: number
  /** The last question was not answered. */
  hasFailed: boolean
  pollMs: number | false
}

/** Longer than an answer takes in a rush, shorter than anybody trusts a number that stands still. */
const LATE_AFTER_MS = 6_000

type AsOfProps = Freshness & { isRedisAway: boolean; timeZone: string }

/** How fresh the numbers are, in a line whose height never changes. */
export function AsOf({ atMs, hasFailed, pollMs, isRedisAway, timeZone }: AsOfProps) {
  const { words, language } = useLanguage()
  const nowMs = useNowMs()
  const clock = clockToTheSecond(atMs, { language, timeZone })
  const isLate = pollMs !== false && (hasFailed || nowMs - atMs > pollMs + LATE_AFTER_MS)
  const warning = isLate
    ? words.deskSale.late(clock)
    : isRedisAway
      ? words.deskSale.heldAway
      : undefined
  return (
    <div className="flex min-h-10 items-center text-sm text-muted sm:min-h-5">
      {/* Not read out every few seconds; what is wrong is. */}
      {isLate ? null : <p className="mr-2 whitespace-nowrap">{words.deskSale.asOf(clock)}</p>}
      <output className="font-semibold text-amber">{warning}</output>
    </div>
  )
}

function useNowMs(): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
