import type { ReactNode } from "react"

type RoomCardProps = {
  label: string
  /** The one thing that matters. */
  children: ReactNode
  tone?: "calm" | "plain"
}

/** The one thing that somebody who waits wants to know, large enough to be read at arm's length. */
export function RoomCard({ label, children, tone = "calm" }: RoomCardProps) {
  const look = tone === "calm" ? "bg-wash" : "bg-sunken"
  return (
    <section
      aria-label={label}
      className={`flex flex-col items-center gap-3 rounded-3xl px-5 py-8 text-center sm:px-8 sm:py-12 ${look}`}
    >
      {children}
    </section>
  )
}

export function CardLabel({ children }: { children: ReactNode }) {
  return <p className="text-sm font-semibold text-grape-ink">{children}</p>
}

type RoomGridProps = {
  layout: "page" | "day"
  main: ReactNode
  beside: ReactNode
  below: ReactNode
}

/** The main matter first, further facts beside it, the way out last. */
export function RoomGrid({ layout, main, beside, below }: RoomGridProps) {
  const isWide = layout === "page"
  return (
    <div
      className={`grid items-start gap-x-8 gap-y-4 ${isWide ? "lg:grid-cols-[minmax(0,1fr)_22rem]" : ""}`}
    >
      <div className="flex min-w-0 flex-col gap-4">{main}</div>
      <div className={`flex min-w-0 flex-col gap-4 ${isWide ? "lg:row-span-2" : ""}`}>{beside}</div>
      <div className="flex min-w-0 flex-col gap-4">{below}</div>
    </div>
  )
}
