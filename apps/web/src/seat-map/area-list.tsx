import type { Area } from "@podo/contract/ids"
import { leftWords, type AreaFilling } from "./area-filling.ts"
import { SeatSample } from "./seat-card.tsx"
import type { SeatSpeech } from "./use-seat-speech.ts"

type AreaListProps = {
  fillings: readonly AreaFilling[]
  currency: string
  speech: SeatSpeech
  onPick: (area: Area) => void
}

/** The same choice as on the map, for whoever reads rather than looks. */
export function AreaList({ fillings, currency, speech, onPick }: AreaListProps) {
  const { say, named, formats } = speech
  return (
    <section aria-label={say.areaList}>
      <h3 className="mb-2 text-lg font-semibold">{say.areaList}</h3>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {fillings.map((filling) => {
          const { area, tier, open } = filling
          return (
            <li key={area.area}>
              <button
                type="button"
                onClick={() => onPick(area.area)}
                className="flex min-h-14 w-full items-center gap-3 rounded-xl border border-line bg-raised px-3 py-2 text-start text-sm hover:border-line-strong hover:bg-wash"
              >
                <SeatSample look={open === 0 ? "sold" : "open"} tier={tier} />
                <span className="min-w-0 grow">
                  <strong className="block">{named(area.name, area.englishName)}</strong>
                  <span className="text-muted">
                    {say[area.kind]} · {formats.money(area.price, currency)}
                  </span>
                </span>
                <span className={open === 0 ? "text-muted" : "font-semibold"}>
                  {leftWords(filling, speech)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
