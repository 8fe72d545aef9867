import type { AreaOnSale, EventDetail } from "@podo/contract/catalog"
import { useLanguage } from "../language/language.ts"

/** One line a price: a stadium has dozens of areas, but few prices. */
export function PriceList({ event }: { event: EventDetail }) {
  const { words, formats } = useLanguage()
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl font-bold">{words.event.prices}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {pricesByArea(event).map(({ price, areas }) => (
          <li key={price} className="flex items-baseline justify-between gap-4 py-3">
            <AreaNames areas={areas} />
            <span className="font-bold whitespace-nowrap">
              {formats.money(price, event.currency)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AreaNames({ areas }: { areas: AreaOnSale[] }) {
  const { named } = useLanguage()
  const first = areas[0]
  const last = areas.at(-1)
  if (first === undefined || last === undefined) return null
  const names = areas.map((area) => named(area.name, area.englishName))
  if (areas.length <= 3) return <span>{names.join(", ")}</span>
  return (
    <span>
      {names[0]} – {names.at(-1)}
    </span>
  )
}

function pricesByArea(event: EventDetail) {
  const areas = new Map<string, AreaOnSale>()
  for (const performance of event.performances) {
    for (const area of performance.areas) areas.set(`${area.name} ${area.price}`, area)
  }
  const byPrice = Map.groupBy(areas.values(), ({ price }) => price)
  return [...byPrice]
    .map(([price, sharing]) => ({ price, areas: sharing }))
    .toSorted((one, other) => other.price - one.price)
}
