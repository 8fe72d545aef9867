import "./seat-map.css"
import type { Area, Place } from "@podo/contract/ids"
import type { Plan, Seat } from "@podo/contract/seating"
import { use, useMemo } from "react"
import { fillingsOf } from "./area-filling.ts"
import { MapFrame } from "./map-frame.tsx"
import { hintOf, PointedCard, SpokenLine } from "./map-words.tsx"
import type { Scene } from "./painting.ts"
import { personalPlaces, wheelchairPlaces } from "./personal-places.ts"
import { SeatRules } from "./seat-rules.ts"
import { seatingOf } from "./seating.ts"
import { useLook, type Look } from "./use-look.ts"
import { useCanvasPress, useMapPress, type Notice } from "./use-map-press.ts"
import { useMapView } from "./use-map-view.ts"
import { useCanvas, useMoves, usePainting } from "./use-painter.ts"
import { useSeatSpeech } from "./use-seat-speech.ts"

export type HallMapProps = {
  /** Areas with their outlines, and the stage; its seats are not looked at. */
  plan: Plan
  /** All seats in the order of places; undefined while they are on their way. */
  seats: readonly Seat[] | undefined
  /** One character a place, as in PLACE_STATES. */
  places: string
  selected: ReadonlySet<number>
  /** Held or booked by the reader. */
  mine: ReadonlySet<number>
  /** A rival was faster: marked strongly until the page clears them. */
  gone: ReadonlySet<number>
  /** No more may be selected. */
  full: boolean
  /** Only places of this price stand out. */
  price?: number | undefined
  /** Only places for wheelchairs, and beside them, stand out. */
  wheelchairs?: boolean | undefined
  /** Brought into view when it changes. */
  look?: Look | undefined
  onToggle: (place: Place) => void
  /** A standing area was pressed. */
  onStanding?: ((area: Area) => void) | undefined
}

const NO_SEATS: readonly Seat[] = []

/** A hall of any size on one canvas: its areas from afar, its seats from near. */
export function HallMap(props: HallMapProps) {
  const { plan, seats, full, onToggle, onStanding } = props
  const speech = useSeatSpeech()
  const { pressable } = use(SeatRules)
  const { attach, canvas, painter } = useCanvas()
  const seating = useMemo(() => seatingOf(plan, seats ?? NO_SEATS), [plan, seats])
  const marked = useMarked(props)
  const press = useMapPress({ seating, marked, full, pressable, speech, onToggle, onStanding })
  const { spoken } = press
  const view = useMapView(canvas, seating, useMoves(painter, press.onMoved))
  const scene = useScene(props, { seating, marked, pressable, speech, pointed: spoken.place })
  usePainting(painter, scene, view)
  useCanvasPress(canvas, view, press)
  useLook(props.look, seating, view)

  return (
    <MapFrame
      attach={attach}
      view={view}
      say={speech.say}
      aspect={seating.box.width / seating.box.height}
      overlay={
        <>
          <output className="sr-only">{press.told.text}</output>
          <SeatNotice notice={press.notice} />
          <PointedCard scene={scene} spoken={spoken} view={view} />
        </>
      }
      line={
        <SpokenLine
          scene={scene}
          spoken={spoken}
          hint={hintOf(speech, view, seats !== undefined)}
        />
      }
    />
  )
}

function useMarked({ places, selected, mine, gone }: HallMapProps) {
  return useMemo(() => ({ places, selected, mine, gone }), [places, selected, mine, gone])
}

type Given = Pick<Scene, "seating" | "marked" | "pressable" | "speech" | "pointed">

/** The state that the painter is told, anew only when some of it has changed. */
function useScene(props: HallMapProps, given: Given): Scene {
  const { plan, places, price, wheelchairs = false } = props
  const { seating, marked, pressable, speech, pointed } = given
  const fillings = useMemo(() => fillingsOf(plan.areas, places), [plan, places])
  const sought = useMemo(
    () => (wheelchairs ? wheelchairPlaces(seating, marked, price) : []),
    [wheelchairs, seating, marked, price],
  )
  const personal = useMemo(() => personalPlaces(marked, sought), [marked, sought])
  return useMemo(
    () => ({ seating, fillings, marked, personal, price, wheelchairs, pressable, pointed, speech }),
    [seating, fillings, marked, personal, price, wheelchairs, pressable, pointed, speech],
  )
}

/** Why a press did nothing: seen over the map for some seconds, and announced. */
function SeatNotice({ notice: { text, count } }: { notice: Notice }) {
  return (
    <output className="pointer-events-none absolute inset-x-3 bottom-3 flex justify-center text-sm">
      {text !== "" && (
        <span
          key={count}
          className="seat-notice rounded-xl border border-line bg-raised px-3 py-2 font-semibold text-ink shadow-float"
        >
          {text}
        </span>
      )}
    </output>
  )
}
