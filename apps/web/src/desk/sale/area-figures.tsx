import type { Sale } from "@podo/contract/desk-sale"
import { useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { FillingBar, percentOf } from "./filling-bar.tsx"

/** A stadium has two hundred: the page stays short until somebody wants them all. */
const ROWS_AT_FIRST = 12
const CARDS_AT_FIRST = 5

type AreaNow = Sale["areas"][number]

export function AreaFigures({ sale }: { sale: Sale }) {
  const { words } = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const { areas, currency } = sale
  const first = (count: number) => (isWhole ? areas : areas.slice(0, count))
  return (
    <section aria-labelledby="areas" className="flex flex-col gap-3">
      <h2 id="areas" className="text-lg font-bold">
        {words.deskSale.areas}
      </h2>
      <AreaTable areas={first(ROWS_AT_FIRST)} currency={currency} />
      <AreaCards areas={first(CARDS_AT_FIRST)} currency={currency} />
      {isWhole || areas.length <= CARDS_AT_FIRST ? null : (
        <Button
          look="outline"
          className={`self-center ${areas.length <= ROWS_AT_FIRST ? "md:hidden" : ""}`}
          onClick={() => setWhole(true)}
        >
          {words.deskSale.allAreas(areas.length)}
        </Button>
      )}
    </section>
  )
}

type AreasProps = { areas: readonly AreaNow[]; currency: string }

function AreaTable({ areas, currency }: AreasProps) {
  const { words, formats, named } = useLanguage()
  const number = formats.number
  return (
    <div className="overflow-hidden rounded-3xl bg-raised shadow-card ring-1 ring-line max-md:hidden">
      <table className="w-full text-right">
        <thead className="bg-sunken text-sm text-muted">
          <tr className="[&>th]:px-3 [&>th]:py-3 [&>th]:font-semibold [&>th:first-child]:pl-6 [&>th:last-child]:pr-6">
            <th scope="col" className="text-left">
              {words.deskSale.area}
            </th>
            <th scope="col">{words.deskSale.price}</th>
            <th scope="col">{words.deskSale.sold}</th>
            <th scope="col">{words.deskSale.held}</th>
            <th scope="col">{words.deskSale.withheld}</th>
            <th scope="col">{words.deskSale.open}</th>
            <th scope="col">{words.deskSale.revenue}</th>
            <th scope="col" className="w-44 text-left">
              {words.deskSale.filling}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {areas.map((area) => (
            <tr
              key={area.area}
              className="[&>*]:px-3 [&>*]:py-3.5 [&>*:first-child]:pl-6 [&>*:last-child]:pr-6"
            >
              <th scope="row" className="text-left font-bold">
                {named(area.name, area.englishName)}
              </th>
              <td className="text-muted">{formats.money(area.price, currency)}</td>
              <td>
                <strong>{number(area.booked)}</strong>
                <span className="text-muted"> / {number(area.capacity)}</span>
              </td>
              <td>{area.held === null ? "–" : number(area.held)}</td>
              <td>{number(area.withheld)}</td>
              <td>{number(area.open)}</td>
              <td className="font-semibold">{formats.money(area.revenue, currency)}</td>
              <td className="text-left">
                <PartSold area={area} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PartSold({ area }: { area: AreaNow }) {
  const { words, formats } = useLanguage()
  const percent = formats.number(percentOf(area.booked, area.capacity))
  return (
    <span className="flex items-center gap-3">
      <FillingBar {...area} />
      <span className="w-11 shrink-0 text-right text-sm text-muted">
        <span aria-hidden="true">{percent}%</span>
        <span className="sr-only">{words.deskSale.fillingOf(percent)}</span>
      </span>
    </span>
  )
}

function AreaCards({ areas, currency }: AreasProps) {
  const { words, formats, named } = useLanguage()
  const number = formats.number
  return (
    <ul className="flex flex-col gap-3 md:hidden">
      {areas.map((area) => (
        <li
          key={area.area}
          className="flex flex-col gap-3 rounded-2xl bg-raised p-4 ring-1 ring-line"
        >
          <div className="flex items-baseline justify-between gap-3">
            <h3 className="font-bold">{named(area.name, area.englishName)}</h3>
            <p className="text-sm text-muted">{formats.money(area.price, currency)}</p>
          </div>
          <PartSold area={area} />
          <dl className="grid grid-cols-4 gap-2 text-sm">
            <Count term={words.deskSale.sold} value={number(area.booked)} />
            <Count
              term={words.deskSale.held}
              value={area.held === null ? "–" : number(area.held)}
            />
            <Count term={words.deskSale.withheld} value={number(area.withheld)} />
            <Count term={words.deskSale.open} value={number(area.open)} />
          </dl>
          <dl className="flex items-baseline justify-between border-t border-line pt-3 text-sm">
            <dt className="text-muted">{words.deskSale.revenue}</dt>
            <dd className="text-base font-bold">{formats.money(area.revenue, currency)}</dd>
          </dl>
        </li>
      ))}
    </ul>
  )
}

function Count({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd className="text-base font-semibold">{value}</dd>
    </div>
  )
}
