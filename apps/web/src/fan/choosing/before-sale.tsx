import { useState } from "react"
import { useMe } from "../../app/session/session.ts"
import { signInHref } from "../../app/session/way-back.ts"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink } from "../../app/shell/button.tsx"
import { Elsewhere } from "./elsewhere.tsx"
import { clockOf, digitsOf } from "./countdown.ts"
import type { OnSale } from "./on-sale.ts"
import { useHallSeats, usePlan } from "../../map/plan-query.ts"
import { useSecondsLeft } from "./time-left.tsx"

/** A person who waits here is taken to the places the moment the sale opens, by the server's clock. */
export function BeforeSale({ sale }: { sale: OnSale }) {
  const { event, performance, layout } = sale
  const { words, formats } = useLanguage()
  const isGuest = useMe() === null
  // Fetched while there is time: when the sale opens, only what changes has yet to be asked for.
  usePlan(performance.performanceId)
  useHallSeats(performance.performanceId)
  const opensAt = formats.dayAndClock(performance.saleOpensAt, event.timeZone)
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col items-center gap-3 rounded-3xl bg-wash px-6 py-10 text-center sm:py-14">
        <p className="text-sm font-semibold text-grape-ink">{words.performance.opensIn}</p>
        <UntilOpening key={performance.saleOpensAt} opensAt={performance.saleOpensAt} />
        <h2 className="mt-2 text-lg font-bold">{words.performance.notOpen(opensAt)}</h2>
        <p className="max-w-md text-balance text-muted">{words.performance.notOpenHint}</p>
        {isGuest ? (
          <ButtonLink look="outline" href={signInHref()} className="mt-2">
            {words.performance.signInAhead}
          </ButtonLink>
        ) : null}
      </div>
      {layout === "day" ? null : <Elsewhere sale={sale} />}
    </div>
  )
}

function UntilOpening({ opensAt }: { opensAt: string }) {
  const { words } = useLanguage()
  const [opensAtMs] = useState(() => performance.now() + Date.parse(opensAt) - serverNowMs())
  const { days, ...clock } = clockOf(useSecondsLeft(opensAtMs))
  return (
    <p role="timer" className="text-3xl font-extrabold sm:text-4xl">
      {days > 0 ? `${words.performance.days(days)} ` : null}
      {digitsOf(clock)}
    </p>
  )
}
