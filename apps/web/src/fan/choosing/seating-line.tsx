import type { Seat } from "@podo/contract/seating"
import { Users } from "lucide-react"
import { useLanguage } from "../../app/language/language.ts"
import { viewDistance } from "../../map/view-distance.ts"
import { Notice } from "../../app/shell/notice.tsx"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import type { HallNow } from "./hall-now.ts"
import { seatOfPlace } from "../../map/plan-query.ts"
import { splitOf } from "./split.ts"

type SeatingProps = { hall: HallNow; places: readonly number[] }

/**
 * Whether those who come together sit together, and how far from the stage. `isSaid`: that they do not is said
 * already.
 */
export function SeatingLine({ isSaid, ...props }: SeatingProps & { isSaid: boolean }) {
  const say = useChoosingWords()
  const { formats } = useLanguage()
  const held = heldSeats(props)
  const how = useSplitWords(props)
  if (held.length === 0) return null
  const together = held.length > 1 ? say.found.together(formats.number(held.length)) : undefined
  const away = held.flatMap((seat) => viewDistance(props.hall.plan.stage, seat) ?? [])
  const metres = formats.number(Math.round(Math.min(...away)))
  return (
    <p className="flex min-w-40 grow basis-0 items-center gap-1.5 text-sm text-muted lg:basis-auto">
      <Users className="size-4 shrink-0" aria-hidden="true" />
      {[
        how === undefined ? together : isSaid ? undefined : how,
        away.length > 0 ? say.list.away(metres) : undefined,
      ]
        .filter((part) => part !== undefined)
        .join(" · ")}
    </p>
  )
}

/** Podo looked for places together, and there were none for so many: said at once, for they may prefer others. */
export function NotTogether(props: SeatingProps) {
  const say = useChoosingWords()
  const how = useSplitWords(props)
  if (how === undefined) return null
  return (
    <Notice tone="info">
      {say.found.notTogether} <strong className="whitespace-nowrap">{how}</strong>
    </Notice>
  )
}

/** "2석 + 2석, 앞뒤 열"; undefined where they sit together. */
function useSplitWords(props: SeatingProps): string | undefined {
  const say = useChoosingWords()
  const { formats } = useLanguage()
  const held = heldSeats(props)
  if (held.length === 0) return undefined
  const { parts, way } = splitOf(props.hall.plan, props.hall.seats ?? [], held)
  if (parts.length < 2) return undefined
  const groups = parts.map((part) => say.found.part(formats.number(part))).join(" + ")
  return `${groups}, ${say.found.ways[way]}`
}

/** None while one of them is not known, or is a standing place. */
function heldSeats({ hall: { seats }, places }: SeatingProps): Seat[] {
  const held = places.flatMap((place) => seatOfPlace(seats ?? [], place) ?? [])
  return held.length === places.length ? held : []
}
