import { useLanguage } from "../../app/language/language.ts"
import { Button } from "../../app/shell/button.tsx"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import { Chosen, totalOf } from "./chosen.tsx"
import { clockOf, digitsOf } from "./countdown.ts"
import type { Selecting } from "./selecting.ts"

type ToHoldProps = Selecting & {
  /** Until they may hold again; 0 when they may. */
  pausedSeconds: number
}

/** The chosen places, what they cost, and the button that holds them. */
export function ToHold(props: ToHoldProps) {
  const { choosing, claim, pausedSeconds } = props
  const { words } = useLanguage()
  const say = useChoosingWords()
  return (
    <>
      <Chosen {...props} />
      <div
        className={`flex flex-wrap items-center gap-x-4 gap-y-3 lg:flex-col lg:items-stretch ${choosing.count > 0 ? "lg:border-t lg:border-line lg:pt-4" : ""}`}
      >
        {choosing.count === 0 ? <NothingChosen {...props} /> : <Total {...props} />}
        <Button
          size="large"
          className="grow"
          disabled={choosing.count === 0}
          isPending={claim.isPending || pausedSeconds > 0}
          onClick={() => claim.claim(choosing.choice)}
        >
          {claimWords()}
        </Button>
      </div>
    </>
  )

  function claimWords() {
    if (pausedSeconds > 0) return say.pause.again(digitsOf(clockOf(pausedSeconds)))
    if (claim.isPending) return words.performance.holding
    return claim.isGuest ? words.performance.signInToHold : words.performance.hold
  }
}

function NothingChosen({ choosing: { max }, returning }: ToHoldProps) {
  const { words } = useLanguage()
  const say = useChoosingWords()
  return (
    <p className="min-w-32 grow-99 basis-0 text-sm text-muted lg:basis-auto">
      <span className="block text-ink lg:text-base">
        {returning.length > 0 ? say.returning.waiting : words.performance.nothing}
      </span>
      {max === 0 || returning.length > 0 ? null : words.performance.nothingHint(max)}
    </p>
  )
}

function Total({ plan, choosing, names }: ToHoldProps) {
  const { words, formats } = useLanguage()
  return (
    <p className="flex min-w-32 grow-99 basis-0 flex-col lg:basis-auto lg:flex-row lg:items-baseline lg:justify-between">
      <span className="text-sm text-muted">
        {words.performance.total} · {words.performance.places(formats.number(choosing.count))}
      </span>
      <strong className="text-lg lg:text-xl">
        {formats.money(totalOf(plan, choosing, names), plan.currency)}
      </strong>
    </p>
  )
}
