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
  const away = isRedisAway ? words.deskSale.heldAway : null
  return (
    <>
      {/* On a phone a line of its own, there also when it is empty: no number moves when something is wrong. */}
      <output className="min-h-5 flex-1 text-sm font-semibold text-amber max-sm:order-last max-sm:basis-full sm:text-right">
        {isLate ? words.deskSale.late : away}
      </output>
      {/* Not read out every few seconds. */}
      <p className="text-sm whitespace-nowrap text-muted">{words.deskSale.asOf(clock)}</p>
    </>
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
