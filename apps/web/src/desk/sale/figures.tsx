import type { Sale } from "@podo/contract/desk-sale"
import { useLanguage } from "../../app/language/language.ts"
import { AsOf, type Freshness } from "./as-of.tsx"
import { DOTS, FillingBar, percentOf } from "./filling-bar.tsx"

type FiguresProps = { sale: Sale; asOf: Freshness }

/** The numbers of the worst minute. Each keeps its place and its width, whatever it grows to. */
export function Figures({ sale, asOf }: FiguresProps) {
  const { words, formats } = useLanguage()
  const { capacity, saleState } = sale.performance
  const isOpen = saleState === "open" && sale.publishedAt !== null
  const number = formats.number
  return (
    <section aria-labelledby="figures" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="figures" className="text-lg font-bold">
          {words.deskSale.figures}
        </h2>
        <AsOf {...asOf} isRedisAway={sale.held === null} timeZone={sale.timeZone} />
      </div>
      <div className="flex flex-col gap-5 rounded-3xl bg-raised p-5 shadow-card ring-1 ring-line sm:p-6">
        <dl className="grid grid-cols-2 gap-x-4 gap-y-5 lg:grid-cols-[1.2fr_1fr_1fr_1fr_1.5fr]">
          <Figure
            term={words.deskSale.sold}
            dot="sold"
            value={number(sale.booked)}
            hint={words.deskSale.ofCapacity(
              number(capacity),
              number(percentOf(sale.booked, capacity)),
            )}
          />
          <Figure
            term={words.deskSale.held}
            dot="held"
            value={sale.held === null ? "–" : number(sale.held)}
            hint={sale.held === null ? words.deskSale.heldUnknown : words.deskSale.heldHint}
          />
          <Figure
            term={words.deskSale.open}
            dot="open"
            value={number(sale.open)}
            hint={isOpen ? words.deskSale.openHint : words.deskSale.openHintOff}
          />
          <Figure
            term={words.deskSale.withheld}
            dot="withheld"
            value={number(sale.withheld)}
            hint={words.deskSale.withheldHint}
          />
          <Figure
            term={words.deskSale.revenue}
            value={formats.money(sale.revenue, sale.currency)}
            hint={words.deskSale.revenueHint(number(sale.bookings))}
            className="col-span-2 lg:col-span-1"
          />
        </dl>
        <FillingBar {...sale} capacity={capacity} className="h-3" />
      </div>
    </section>
  )
}

type FigureProps = {
  term: string
  value: string
  hint: string
  dot?: keyof typeof DOTS
  className?: string
}

export function Figure({ term, value, hint, dot, className = "" }: FigureProps) {
  return (
    <div className={`flex min-w-0 flex-col gap-0.5 ${className}`}>
      <dt className="flex items-center gap-2 text-sm font-semibold text-muted">
        {dot === undefined ? null : (
          <span className={`size-2.5 shrink-0 rounded-full ${DOTS[dot]}`} aria-hidden="true" />
        )}
        {term}
      </dt>
      <dd className="text-2xl font-extrabold tracking-tight whitespace-nowrap sm:text-3xl">
        {value}
      </dd>
      <dd className="text-xs text-muted">{hint}</dd>
    </div>
  )
}
