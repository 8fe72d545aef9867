import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { Notice } from "../../app/shell/notice.tsx"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import { ConfirmDialog } from "./confirm-dialog.tsx"
import type { Held } from "./held.ts"
import { MoreTime } from "./more-time.tsx"
import { useRefusalSentence } from "./refusal-sentence.ts"
import { NotTogether, SeatingLine } from "./seating-line.tsx"
import { TimeLeft } from "./time-left.tsx"

export function HoldPanel(props: Held) {
  const { hold, isFound, giveBack, confirm, extend, names } = props
  const { words, formats } = useLanguage()
  const say = useChoosingWords()
  const sentence = useRefusalSentence(names, props.event.timeZone)
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
      {isFound ? <NotTogether {...props} places={hold.places} /> : null}
      <HeldPlaces {...props} />
      <div className="flex flex-wrap items-center justify-between gap-x-3 lg:flex-col lg:items-start">
        <SeatingLine {...props} places={hold.places} isSaid={isFound} />
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
        <ConfirmDialog {...props} />
      </div>
    </div>
  )
}

function HeldPlaces({ hold, names }: Held) {
  const { formats } = useLanguage()
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
