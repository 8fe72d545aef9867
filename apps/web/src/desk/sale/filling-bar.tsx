export const DOTS = {
  sold: "bg-grape",
  held: "bg-amber",
  withheld: "bg-line-strong",
  open: "bg-sunken ring-1 ring-line-strong ring-inset",
} as const

/** Rounded down, for 100 % means that nothing is left; small parts to a tenth, for 0 % means none. */
export function percentOf(part: number, whole: number): number {
  const percent = whole === 0 ? 0 : (100 * part) / whole
  return percent < 10 ? Math.floor(10 * percent) / 10 : Math.floor(percent)
}

type FillingBarProps = {
  booked: number
  held: number | null
  withheld: number
  capacity: number
  className?: string
}

/** How full it is, at a glance: the numbers beside it say the same to whoever does not see it. */
export function FillingBar({
  booked,
  held,
  withheld,
  capacity,
  className = "h-2",
}: FillingBarProps) {
  const parts = [
    { count: booked, look: DOTS.sold },
    { count: held ?? 0, look: DOTS.held },
    { count: withheld, look: DOTS.withheld },
  ]
  return (
    <div
      aria-hidden="true"
      className={`flex w-full overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset ${className}`}
    >
      {parts.map(({ count, look }) => (
        <div
          key={look}
          className={look}
          style={{ width: `${capacity === 0 ? 0 : (100 * count) / capacity}%` }}
        />
      ))}
    </div>
  )
}
