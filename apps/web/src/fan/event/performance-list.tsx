import type { EventDetail, PerformanceOnSale } from "@podo/contract/catalog"
import { ChevronRight } from "lucide-react"
import { Link } from "wouter"
import { useLanguage } from "../../app/language/language.ts"
import { performanceHref } from "../../app/shell/performance-href.ts"
import { RemainingPlaces } from "./remaining-places.tsx"

/** Few enough to be read: what has many dates has a calendar. */
export function PerformanceList({ event }: { event: EventDetail }) {
  const { words } = useLanguage()
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl font-bold">{words.event.performances}</h2>
      <ul className="flex flex-col gap-3">
        {event.performances.map((performance) => (
          <PerformanceRow key={performance.performanceId} event={event} performance={performance} />
        ))}
      </ul>
    </section>
  )
}

type PerformanceRowProps = { event: EventDetail; performance: PerformanceOnSale }

/** Only a sale that is over leads nowhere: before it one waits for it, and sold-out places come back. */
export function PerformanceRow({ event, performance }: PerformanceRowProps) {
  const isOver = performance.saleState === "closed"
  const look =
    "flex min-h-20 items-center gap-4 rounded-2xl px-4 py-3.5 ring-1 ring-line ring-inset sm:px-5"
  if (isOver && !performance.mine) {
    return (
      <li className={`${look} bg-sunken`}>
        <PerformanceFacts event={event} performance={performance} />
        <SaleWord event={event} performance={performance} />
      </li>
    )
  }
  return (
    <li>
      <Link
        href={performanceHref(event.eventId, performance.performanceId)}
        className={`${look} bg-raised transition-shadow hover:shadow-card hover:ring-grape-ink`}
      >
        <PerformanceFacts event={event} performance={performance} />
        <SaleWord event={event} performance={performance} />
        <ChevronRight className="-mr-1 size-5 shrink-0 text-muted" aria-hidden="true" />
      </Link>
    </li>
  )
}

function PerformanceFacts({ event, performance }: PerformanceRowProps) {
  const { words, formats } = useLanguage()
  const { startsAt, cancelled } = performance
  return (
    <div className="min-w-0 flex-1">
      <p className={`font-bold ${cancelled ? "text-muted line-through" : ""}`}>
        <time dateTime={startsAt}>
          {formats.day(startsAt, event.timeZone)}{" "}
          <span className="whitespace-nowrap">{formats.clock(startsAt, event.timeZone)}</span>
        </time>
      </p>
      <div className="mt-0.5 flex flex-wrap gap-x-3">
        <RemainingPlaces of={performance} />
        {performance.waitingRoom && performance.saleState !== "closed" ? (
          <p className="text-xs font-semibold text-muted">{words.sale.waitingRoom}</p>
        ) : null}
        {performance.mine ? (
          <p className="text-xs font-semibold text-grape-ink">{words.sale.bookedByMe}</p>
        ) : null}
      </div>
    </div>
  )
}

function SaleWord({ event, performance }: PerformanceRowProps) {
  const { words, formats } = useLanguage()
  if (performance.cancelled) {
    return <span className="shrink-0 text-sm font-semibold text-ember">{words.sale.cancelled}</span>
  }
  switch (performance.saleState) {
    case "open":
      return <span className="shrink-0 font-semibold text-grape-ink">{words.sale.book}</span>
    case "scheduled":
      return (
        <span className="shrink-0 text-sm font-semibold text-muted">
          {words.sale.opensAt(formats.brief(performance.saleOpensAt, event.timeZone))}
        </span>
      )
    case "sold-out":
      return <span className="shrink-0 text-sm font-semibold text-muted">{words.sale.soldOut}</span>
    case "closed":
      return <span className="shrink-0 text-sm font-semibold text-muted">{words.sale.closed}</span>
  }
}
