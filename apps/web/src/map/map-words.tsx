import type { Area } from "@podo/contract/ids"
import { leftWords } from "./area-filling.ts"
import { showingAt } from "./map-level.ts"
import type { Scene } from "./painting.ts"
import { SeatCard, SeatFacts } from "./seat-card.tsx"
import { lookOf } from "./seat-look.ts"
import type { Spoken } from "./use-map-press.ts"
import type { MapView } from "./use-map-view.ts"
import type { SeatSpeech } from "../app/language/seat-words.ts"
import { viewDistance } from "./view-distance.ts"

type Speaking = { scene: Scene; spoken: Spoken }

/** Under the map: what was last touched or is pointed at, and else what one can do. */
export function SpokenLine({ scene, spoken, hint }: Speaking & { hint: string }) {
  const seat = describe(scene, spoken.place)
  if (seat) return <SeatFacts {...seat} />
  if (spoken.area !== undefined) return <AreaFacts scene={scene} area={spoken.area} />
  return <span className="text-muted">{hint}</span>
}

/** A finger would hide a card beside it: it reads the line under the map. */
export function PointedCard({ scene, spoken, view }: Speaking & { view: MapView }) {
  const seat = spoken.byTouch ? undefined : describe(scene, spoken.place)
  return seat && <SeatCard view={view.now()} size={view.size} {...seat} />
}

function AreaFacts({ scene, area }: { scene: Scene; area: Area }) {
  const { fillings, seating, speech } = scene
  const filling = fillings.find((each) => each.area.area === area)
  if (!filling) return null
  const { name, englishName, price } = filling.area
  return (
    <>
      <strong className="block">{speech.named(name, englishName)}</strong>
      <span className="text-muted">
        {speech.formats.money(price, seating.plan.currency)} · {leftWords(filling, speech)}
      </span>
    </>
  )
}

function describe({ seating, marked, speech }: Scene, place = -1) {
  const seat = seating.seatOf(place)
  const block = seating.blockOf(place)
  if (!seat || !block) return undefined
  const { stage, currency } = seating.plan
  return {
    seat,
    block,
    look: lookOf(place, marked),
    currency,
    speech,
    metres: viewDistance(stage, seat),
  }
}

/** The possible actions here: choose a section first where seats are not to be seen yet. */
export function hintOf({ say }: SeatSpeech, { zoomed, fit }: MapView, hasSeats: boolean): string {
  if (!hasSeats) return say.seatsComing
  return zoomed === "whole" && showingAt(fit).seats < 0.5 ? say.areaHint : say.tapHint
}
