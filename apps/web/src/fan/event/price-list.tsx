import type { AreaOnSale, EventDetail } from "@podo/contract/catalog"
import { useLanguage } from "../../app/language/language.ts"

/** One line a price: a stadium has dozens of areas, but few prices. */
export function PriceList({ event }: { event: EventDetail }) {
  const { words, formats } = useLanguage()
  const money = (price: number) => formats.money(price, event.currency)
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl font-bold">{words.event.prices}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {pricesByArea(event).map(({ key, lowest, highest, areas }) => (
          <li key={key} className="flex items-baseline justify-between gap-4 py-3">
            <AreaNames areas={areas} />
            <span className="font-bold whitespace-nowrap">
              {lowest === highest ? money(lowest) : formats.between(money(lowest), money(highest))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AreaNames({ areas }: { areas: AreaOnSale[] }) {
  const { formats, named } = useLanguage()
  const first = areas[0]
  const last = areas.at(-1)
  if (first === undefined || last === undefined) return null
  const names = areas.map((area) => named(area.name, area.englishName))
  if (areas.length <= 3) return <span>{names.join(", ")}</span>
  return <span>{formats.between(names[0] ?? "", names.at(-1) ?? "")}</span>
}

type AreaPrices = { area: AreaOnSale; lowest: number; highest: number }

/** The price of an area may differ from one performance to the next: it is named once, with both ends. */
function areaPricesOf(event: EventDetail): AreaPrices[] {
  const byName = Map.groupBy(
    event.performances.flatMap(({ areas }) => areas),
    ({ name }) => name,
  )
  return [...byName.values()].flatMap((same) => {
    const prices = same.map(({ price }) => price)
    const [area] = same
    return area ? [{ area, lowest: Math.min(...prices), highest: Math.max(...prices) }] : []
  })
}

function pricesByArea(event: EventDetail) {
  const byPrice = Map.groupBy(areaPricesOf(event), ({ lowest, highest }) => `${lowest} ${highest}`)
  return [...byPrice]
    .flatMap(([key, [first, ...more]]) =>
      first ? [{ ...first, key, areas: [first, ...more].map(({ area }) => area) }] : [],
    )
    .toSorted((one, other) => other.highest - one.highest || other.lowest - one.lowest)
}
