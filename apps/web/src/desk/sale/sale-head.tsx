import type { Sale } from "@podo/contract/desk-sale"
import { ChevronLeft, ExternalLink } from "lucide-react"
import { Link } from "wouter"
import { performanceHref } from "../../app/shell/performance-href.ts"
import { useLanguage } from "../../app/language/language.ts"
import { ButtonLink } from "../../app/shell/button.tsx"

export function SaleHead({ sale }: { sale: Sale }) {
  const { words, formats, named } = useLanguage()
  const { performanceId, startsAt, hallName, hallEnglishName } = sale.performance
  return (
    <div className="-mt-3 flex flex-col gap-1 sm:-mt-5">
      <Link
        href={`/desk/events/${sale.eventId}`}
        className="-ml-2 inline-flex min-h-11 items-center gap-0.5 self-start rounded-xl pr-3 pl-1 text-sm font-semibold text-muted hover:text-ink"
      >
        <ChevronLeft className="size-5" aria-hidden="true" />
        {words.deskSale.back}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1.5">
          <h1 className="text-2xl font-extrabold sm:text-3xl">
            {named(sale.title, sale.englishTitle)}
          </h1>
          <p className="flex flex-wrap gap-x-3 text-muted">
            <time dateTime={startsAt} className="font-semibold text-ink">
              {formats.dayAndClock(startsAt, sale.timeZone)}
            </time>
            <span>{named(hallName, hallEnglishName)}</span>
          </p>
          <StateOfSale sale={sale} />
        </div>
        {sale.publishedAt === null ? null : (
          <ButtonLink look="outline" href={performanceHref(sale.eventId, performanceId)}>
            <ExternalLink className="size-4" aria-hidden="true" />
            {words.deskSale.publicPage}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

const LOOKS = {
  quiet: { badge: "bg-sunken text-muted ring-1 ring-line ring-inset", dot: "bg-line-strong" },
  soon: { badge: "bg-wash text-grape-ink", dot: "bg-grape-ink" },
  live: { badge: "bg-leaf-wash text-leaf", dot: "bg-leaf" },
  over: { badge: "bg-ember-wash text-ember", dot: "bg-ember" },
} as const

function StateOfSale({ sale }: { sale: Sale }) {
  const { look, sentence } = useStateOfSale(sale)
  const { badge, dot } = LOOKS[look]
  return (
    <p
      className={`mt-1 inline-flex items-center gap-2 self-start rounded-full px-3 py-1 text-sm font-bold ${badge}`}
    >
      <span className={`size-2 shrink-0 rounded-full ${dot}`} aria-hidden="true" />
      {sentence}
    </p>
  )
}

function useStateOfSale(sale: Sale): { look: keyof typeof LOOKS; sentence: string } {
  const { words, formats } = useLanguage()
  const { cancelledAt, saleState, saleOpensAt, saleClosesAt } = sale.performance
  const when = (instant: string) => formats.dayAndClock(instant, sale.timeZone)
  if (sale.publishedAt === null) return { look: "quiet", sentence: words.deskSale.draft }
  if (cancelledAt !== null) {
    return { look: "over", sentence: words.deskSale.cancelledSince(when(cancelledAt)) }
  }
  const onSale = words.deskSale.onSaleSince(when(saleOpensAt))
  switch (saleState) {
    case "scheduled":
      return { look: "soon", sentence: words.deskSale.opensAt(when(saleOpensAt)) }
    case "open":
      return { look: "live", sentence: onSale }
    case "sold-out":
      return { look: "live", sentence: `${words.deskSale.soldOut} · ${onSale}` }
    case "closed":
      return { look: "quiet", sentence: words.deskSale.closedSince(when(saleClosesAt)) }
  }
}
