import { useLanguage } from "../app/language/language.ts"

type SoldBarProps = {
  booked: number
  capacity: number
  /** Kept by the house: neither sold nor to be had. */
  withheld?: number
  className?: string
}

/** Of a draft nothing is sold yet: it has places only. */
export function PlacesOf({ capacity, className = "" }: { capacity: number; className?: string }) {
  const { words, formats } = useLanguage()
  return (
    <p className={`text-xs font-medium whitespace-nowrap text-muted ${className}`}>
      {words.deskHalls.places(formats.number(capacity))}
    </p>
  )
}

/** How much is sold, in numbers and at a glance. */
export function SoldBar({ booked, capacity, withheld = 0, className = "" }: SoldBarProps) {
  const { words, formats } = useLanguage()
  return (
    <div className={`flex min-w-0 flex-col gap-1.5 ${className}`}>
      <p className="text-xs font-medium">
        {words.desk.sold(formats.number(booked), formats.number(capacity))}
        {withheld === 0 ? null : (
          <span className="text-muted">
            {" "}
            · {words.deskEvent.withheld(formats.number(withheld))}
          </span>
        )}
      </p>
      <svg
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="h-1.5 w-full overflow-hidden rounded-full bg-line"
        aria-hidden="true"
      >
        <rect width={shareOf(booked, capacity)} height="4" className="fill-grape" />
        <rect
          x={shareOf(booked, capacity)}
          width={shareOf(withheld, capacity)}
          height="4"
          className="fill-muted"
        />
      </svg>
    </div>
  )
}

/** Of a hundred. One place sold of thousands is still to be seen. */
function shareOf(places: number, capacity: number): number {
  if (places === 0 || capacity === 0) return 0
  return Math.max(1, (places / capacity) * 100)
}
