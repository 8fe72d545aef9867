import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import { ConfirmDialog } from "./confirm-dialog.tsx"
import type { HallNow } from "./hall-now.ts"
import type { LiveHold } from "./hold-query.ts"
import { MoreTime } from "./more-time.tsx"
import type { OnSale } from "./on-sale.ts"
import { usePlaceNames } from "./place-names.ts"
import { useRefusalSentence } from "./refusal-sentence.ts"
import { NotTogether, SeatingLine } from "./seating-line.tsx"
import { TimeLeft } from "./time-left.tsx"
import type { Buyer } from "./use-buyer.ts"

type HoldPanelProps = { sale: OnSale; hall: HallNow; buyer: Buyer; hold: LiveHold }

/** The hold of a person, and what they can do with it. */
export function HoldPanel({ sale, hall, buyer, hold }: HoldPanelProps) {
  const { isFound, giveBack, confirm, extend } = buyer
  const { words, formats } = useLanguage()
  const say = useChoosingWords()
  const sentence = useRefusalSentence(sale, hall)
  const problem = giveBack.releaseError ?? extend.error
  const isBusy = giveBack.isReleasing || giveBack.isLapsing || confirm.isPending
  return (
    <div className="flex flex-col gap-2.5 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-6 flat:px-4! lg:gap-4 lg:p-6">
      <div className="flex items-center justify-between gap-4 lg:flex-col lg:items-stretch">
        <div>
          <h2 className="font-bold lg:text-lg">{isFound ? say.found.title : words.hold.title}</h2>
          <p className="text-sm text-muted max-lg:hidden">{words.hold.hint}</p>
        </div>
        <TimeLeft lapsesAtMs={hold.lapsesAtMs} />
      </div>
      {isFound ? <NotTogether hall={hall} places={hold.places} /> : null}
      <HeldPlaces hall={hall} hold={hold} />
      <div className="flex flex-wrap items-center justify-between gap-x-3 lg:flex-col lg:items-start">
        <SeatingLine hall={hall} places={hold.places} isSaid={isFound} />
        <MoreTime hold={hold} extend={extend} isBusy={isBusy} />
      </div>
      {problem === null ? null : <Notice tone="error">{sentence(problem)}</Notice>}
      <p className="flex items-baseline justify-between lg:border-t lg:border-line lg:pt-4">
        <span className="text-sm text-muted">
          {words.performance.total} · {words.performance.places(formats.number(hold.places.length))}
        </span>
        <strong className="text-xl">{formats.money(hold.total, hold.currency)}</strong>
      </p>
      <div className="grid grid-cols-[auto_1fr] gap-2">
        <Button
          look="outline"
          size="large"
          disabled={isBusy}
          onClick={() => giveBack.release({ hold, isFound })}
        >
          {isFound ? say.found.giveBack : words.hold.again}
        </Button>
        <ConfirmDialog sale={sale} hall={hall} buyer={buyer} hold={hold} />
      </div>
    </div>
  )
}

function HeldPlaces({ hall, hold }: { hall: HallNow; hold: LiveHold }) {
  const { formats } = useLanguage()
  const names = usePlaceNames(hall)
  return (
    <ul className="flex max-h-30 flex-col gap-1.5 overflow-y-auto lg:max-h-96">
      {hold.places.map((place) => (
        <li key={place} className="flex justify-between gap-4">
          <span>{names.nameOf(place)}</span>
          <span className="whitespace-nowrap text-muted">
            {formats.money(names.priceOf(place), hold.currency)}
          </span>
        </li>
      ))}
    </ul>
  )
}
