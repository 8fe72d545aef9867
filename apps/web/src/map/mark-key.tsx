import "./seat-map.css"
import type { Seat } from "@podo/contract/seating"
import { useMemo } from "react"
import { SeatSample } from "./seat-card.tsx"
import type { SeatLook } from "./seat-look.ts"
import { useSeatSpeech } from "./use-seat-speech.ts"

const LOOKS: readonly SeatLook[] = ["open", "selected", "mine", "held", "sold", "withheld"]

/** The meaning of each mark on the map; for whom a seat is, only where the hall has such seats. */
export function MarkKey({ seats }: { seats: readonly Seat[] | undefined }) {
  const { say } = useSeatSpeech()
  const kinds = useMemo(() => kindsOf(seats ?? []), [seats])
  return (
    <ul aria-label={say.marks} className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {LOOKS.map((look) => (
        <li key={look} className="flex items-center gap-1">
          <SeatSample look={look} tier={0} />
          {say.looks[look]}
        </li>
      ))}
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1">
          <SeatSample look="open" tier={0} {...{ [kind]: true }} />
          {say[kind]}
        </li>
      ))}
    </ul>
  )
}

const KINDS = ["accessible", "companion"] as const

const kindsOf = (seats: readonly Seat[]) => KINDS.filter((kind) => seats.some((seat) => seat[kind]))
