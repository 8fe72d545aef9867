import { Minus, Plus } from "lucide-react"
import type { ReactNode } from "react"

type StepperProps = {
  legend: string
  value: string
  fewer: Step
  more: Step
  size?: "medium" | "large"
}

/** One fewer, or one more: `to` is what a press asks for, undefined at the end. */
type Step = { label: string; to: number | undefined; onStep: (to: number) => void }

/** How many of something. */
export function Stepper({ legend, value, fewer, more, size = "large" }: StepperProps) {
  const look = size === "large" ? "size-12" : "size-11"
  return (
    <fieldset className="flex shrink-0 items-center gap-1">
      <legend className="sr-only">{legend}</legend>
      <StepButton step={fewer} look={look}>
        <Minus className="size-5" aria-hidden="true" />
      </StepButton>
      <output
        className="min-w-10 text-center text-lg font-bold whitespace-nowrap"
        aria-live="polite"
      >
        {value}
      </output>
      <StepButton step={more} look={look}>
        <Plus className="size-5" aria-hidden="true" />
      </StepButton>
    </fieldset>
  )
}

type StepButtonProps = { step: Step; look: string; children: ReactNode }

function StepButton({ step: { label, to, onStep }, look, children }: StepButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      // Not disabled: whoever steps by keyboard to the end would lose the focus there.
      aria-disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) onStep(to)
      }}
      className={`grid place-items-center rounded-full bg-wash text-grape-ink transition-colors hover:bg-wash-line aria-disabled:cursor-not-allowed aria-disabled:bg-sunken aria-disabled:text-line-strong ${look}`}
    >
      {children}
    </button>
  )
}
