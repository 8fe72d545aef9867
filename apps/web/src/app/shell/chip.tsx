import { type ReactNode, useEffect, useRef } from "react"

type ChipProps = { isOn: boolean; onPress: () => void; children: ReactNode }

/** A condition that is on or off. */
export function Chip({ isOn, onPress, children }: ChipProps) {
  const look = isOn
    ? "bg-ink text-paper"
    : "bg-paper text-ink ring-1 ring-line ring-inset hover:ring-line-strong"
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={`flex min-h-11 shrink-0 items-center gap-1.5 rounded-full px-4.5 text-sm font-semibold whitespace-nowrap transition-colors ${look}`}
    >
      {children}
    </button>
  )
}

type ChipRowProps = { legend: string; children: ReactNode }

/** On a phone one line to swipe, up to the very edges; else as many lines as it takes. */
export function ChipRow({ legend, children }: ChipRowProps) {
  const row = useRef<HTMLFieldSetElement>(null)
  // A visitor who comes by a link to a filtered list sees which chip does it, without swiping.
  useEffect(() => {
    const on = row.current?.querySelector<HTMLElement>("[aria-pressed=true]")
    if (!on || !row.current) return
    row.current.scrollLeft = on.offsetLeft - (row.current.clientWidth - on.offsetWidth) / 2
  }, [])
  return (
    <fieldset
      ref={row}
      className="relative -mx-4 flex min-w-0 gap-2 overflow-x-auto px-4 py-1 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0"
    >
      <legend className="sr-only">{legend}</legend>
      {children}
    </fieldset>
  )
}
