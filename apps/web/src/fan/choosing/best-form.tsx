import { Accessibility, ChevronDown, Sparkles } from "lucide-react"
import { useId, useMemo, useState } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import { digitsOf, clockOf } from "./countdown.ts"
import { gradesOf } from "./grades.ts"
import type { HallNow } from "./hall-now.ts"
import { gradeName } from "./price-filter.tsx"
import { Stepper } from "./stepper.tsx"
import type { Buyer } from "./use-buyer.ts"
import type { Wishing } from "./use-wish.ts"
import { ANY_PRICE, parsePriceKey, priceKeyOf } from "./wish.ts"

type BestFormProps = {
  hall: HallNow
  buyer: Buyer
  /** Until they may hold again; 0 when they may. */
  pausedSeconds: number
}

/** One tap to the best places that are left: the first thing to do on a phone, where the map is small. */
export function BestForm({ hall, buyer, pausedSeconds }: BestFormProps) {
  const { choosing, wishing } = buyer
  const say = useChoosingWords()
  // The seats that others took come first then: one button is enough.
  const isSecond = choosing.gone.size > 0
  const button = <FindButton buyer={buyer} pausedSeconds={pausedSeconds} isSecond={isSecond} />
  if (isSecond) return button
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-muted max-lg:hidden">{say.best.lead}</p>
      <WishFields hall={hall} wishing={wishing} />
      {button}
      <p className="text-center text-xs text-muted lg:text-sm">{say.best.orChoose(wishing.max)}</p>
    </div>
  )
}

type WishFieldsProps = { hall: HallNow; wishing: Wishing }

function WishFields({ hall, wishing }: WishFieldsProps) {
  const { wish, max, change } = wishing
  const say = useChoosingWords()
  const { formats } = useLanguage()
  const moreId = useId()
  const [isOpen, setOpen] = useState(wish.wheelchairs > 0)
  const at = wish.quantity
  const hasWheelchairs = hall.seats?.some(({ accessible }) => accessible) ?? false
  return (
    <>
      <div className="flex items-center gap-2 flat:flex-wrap flat:justify-between lg:flex-wrap lg:justify-between">
        <Stepper
          legend={say.best.seats}
          value={say.best.quantity(formats.number(at))}
          size="medium"
          fewer={{
            label: say.best.fewer,
            to: at > 1 ? at - 1 : undefined,
            onStep: (quantity) => change({ quantity }),
          }}
          more={{
            label: say.best.more,
            to: at < max ? at + 1 : undefined,
            onStep: (quantity) => change({ quantity }),
          }}
        />
        <PriceChoice hall={hall} wishing={wishing} />
        {hasWheelchairs ? (
          <button
            type="button"
            aria-label={say.best.wheelchairs}
            aria-expanded={isOpen}
            aria-controls={moreId}
            onClick={() => setOpen(!isOpen)}
            className="grid size-11 shrink-0 place-items-center rounded-xl text-muted ring-1 ring-line ring-inset hover:ring-line-strong aria-expanded:bg-wash aria-expanded:text-grape-ink"
          >
            <Accessibility className="size-5" aria-hidden="true" />
          </button>
        ) : null}
      </div>
      <div id={moreId} hidden={!isOpen}>
        <WheelchairCount wishing={wishing} />
      </div>
    </>
  )
}

type FindButtonProps = { buyer: Buyer; pausedSeconds: number; isSecond: boolean }

function FindButton({ buyer, pausedSeconds, isSecond }: FindButtonProps) {
  const { claim } = buyer
  const { wish } = buyer.wishing
  const say = useChoosingWords()
  const { formats } = useLanguage()
  return (
    <Button
      size="large"
      look={isSecond ? "outline" : "primary"}
      isPending={claim.isPending || pausedSeconds > 0}
      onClick={() => claim.find(wish)}
    >
      <Sparkles className="size-5" aria-hidden="true" />
      {findWords()}
    </Button>
  )

  function findWords() {
    if (pausedSeconds > 0) return say.pause.again(digitsOf(clockOf(pausedSeconds)))
    if (claim.isPending) return say.best.finding
    if (claim.isGuest) return say.best.signIn
    return isSecond ? say.best.findSome(formats.number(wish.quantity)) : say.best.find
  }
}

/** The device's own list: with one thumb nothing is quicker. */
function PriceChoice({ hall: { plan, places }, wishing }: WishFieldsProps) {
  const say = useChoosingWords()
  const { formats, named } = useLanguage()
  const { anyPrice, wish, change } = wishing
  const grades = useMemo(() => gradesOf(plan, places), [plan, places])
  if (grades.length < 2) return <span className="grow lg:hidden" />
  const isSeatsOnly = anyPrice.kind === "upTo"
  // The dearest is no ceiling, and below the cheapest there is nothing.
  const ceilings = grades.slice(1, -1).filter(({ price }) => !isSeatsOnly || price < anyPrice.price)
  return (
    <div className="relative min-w-0 grow flat:order-last flat:basis-full lg:order-last lg:basis-full">
      <select
        aria-label={say.best.price}
        value={priceKeyOf(wish.price)}
        onChange={({ target }) => change({ price: parsePriceKey(target.value) })}
        className="min-h-11 w-full appearance-none truncate rounded-xl bg-transparent pr-8 pl-3 text-base font-semibold ring-1 ring-line ring-inset hover:ring-line-strong sm:text-sm"
      >
        {isSeatsOnly ? (
          <option value={priceKeyOf(anyPrice)} className="bg-raised text-ink">
            {say.best.anySeat}
          </option>
        ) : null}
        <option value={priceKeyOf(ANY_PRICE)} className="bg-raised text-ink">
          {isSeatsOnly ? say.best.withStanding : say.best.anyPrice}
        </option>
        <optgroup label={say.best.grades} className="bg-raised text-ink">
          {grades.map((grade) => (
            <option key={grade.price} value={priceKeyOf({ kind: "only", price: grade.price })}>
              {gradeName(grade, say, named)} {formats.money(grade.price, plan.currency)}
            </option>
          ))}
        </optgroup>
        {ceilings.length === 0 ? null : (
          <optgroup label={say.best.ceilings} className="bg-raised text-ink">
            {ceilings.map(({ price }) => (
              <option key={price} value={priceKeyOf({ kind: "upTo", price })}>
                {say.best.upTo(formats.money(price, plan.currency))}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
        aria-hidden="true"
      />
    </div>
  )
}

function WheelchairCount({ wishing: { wish, change } }: { wishing: Wishing }) {
  const say = useChoosingWords()
  const { formats } = useLanguage()
  const at = wish.wheelchairs
  return (
    <div className="flex items-center gap-3 rounded-xl bg-sunken py-1 pr-1 pl-3.5">
      <p className="min-w-0 grow text-sm">
        <strong className="block">{say.best.wheelchairs}</strong>
        <span className="block text-xs text-muted">{say.best.wheelchairHint}</span>
      </p>
      <Stepper
        legend={say.best.wheelchairs}
        value={formats.number(at)}
        size="medium"
        fewer={{
          label: say.best.fewerWheelchairs,
          to: at > 0 ? at - 1 : undefined,
          onStep: (wheelchairs) => change({ wheelchairs }),
        }}
        more={{
          label: say.best.moreWheelchairs,
          to: at < wish.quantity ? at + 1 : undefined,
          onStep: (wheelchairs) => change({ wheelchairs }),
        }}
      />
    </div>
  )
}
