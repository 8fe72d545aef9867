import type { DeskRoom } from "@podo/contract/desk-room"
import { scaleOf } from "../sale/chart-scale.ts"

export type StripName = "waiting" | "entered" | "admitted"

export type Strip = {
  name: StripName
  /** One a minute; null where nobody counted. */
  counts: (number | null)[]
  /** The value of the strip's full height. */
  top: number
  largest: number
}

/** Each on a scale of its own: of ten thousand who join in one minute, sixty are let in. */
export function stripsOf({ minutes, room }: Pick<DeskRoom, "minutes" | "room">): Strip[] {
  // The minute that is under way has not ended: of it the line as it is now is known.
  const waiting = minutes.map((minute, at) =>
    at === minutes.length - 1 ? (room?.waiting ?? minute.waiting) : minute.waiting,
  )
  return [
    stripOf("waiting", waiting),
    stripOf(
      "entered",
      minutes.map(({ entered }) => entered),
    ),
    stripOf(
      "admitted",
      minutes.map(({ admitted }) => admitted),
    ),
  ]
}

function stripOf(name: StripName, counts: (number | null)[]): Strip {
  const largest = Math.max(0, ...counts.map((count) => count ?? 0))
  return { name, counts, largest, top: scaleOf(largest).at(-1) ?? 1 }
}

export function sumsOf({ minutes }: Pick<DeskRoom, "minutes">) {
  const sum = (name: "entered" | "admitted" | "noShows") =>
    minutes.reduce((total, minute) => total + minute[name], 0)
  return { entered: sum("entered"), admitted: sum("admitted"), noShows: sum("noShows") }
}
