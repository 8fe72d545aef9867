import { useEffect, useMemo, useRef, useState } from "react"
import { HallMap } from "../../map/hall-map.tsx"
import { MarkKey } from "../../map/mark-key.tsx"
import { SeatList } from "./list/seat-list.tsx"
import type { HallNow } from "./hall-now.ts"
import { PriceFilter } from "./price-filter.tsx"
import { goToStanding, standingToChooseOf, StandingToChoose } from "./standing-areas.tsx"
import { useWay } from "./use-way.ts"
import { WaySwitch } from "./way-switch.tsx"

const NONE: ReadonlySet<number> = new Set()

/** A hall in two equal ways, as a map and as a list, and what of it is looked at. */
export function SeatedHall(props: HallNow) {
  const { plan, seats, places, wishing, look, onLook } = props
  const { way, setWay } = useWay()
  const ways = useRef<HTMLDivElement>(null)
  const [wheelchairs, setWheelchairs] = useState(false)
  const { price: wished } = wishing.wish
  const price = wished.kind === "only" ? wished.price : undefined
  const hasWheelchairs = useMemo(() => seats?.some(({ accessible }) => accessible), [seats])
  const marks = useMarks(props)
  const map = useInSight(look)
  const standing = plan.areas.filter(({ kind }) => kind === "standing")
  return (
    <>
      <div className="flex min-w-0 flex-col gap-2">
        <WaySwitch ref={ways} way={way} onChange={setWay} />
        <PriceFilter
          plan={plan}
          places={places}
          price={price}
          onPrice={(only) =>
            wishing.change({
              price: only === undefined ? wishing.anyPrice : { kind: "only", price: only },
            })
          }
          wheelchairs={hasWheelchairs ? { isOn: wheelchairs, onChange: setWheelchairs } : undefined}
        />
      </div>
      {way === "map" ? (
        <>
          <div ref={map}>
            <HallMap
              {...marks}
              price={price}
              wheelchairs={wheelchairs}
              look={look}
              onStanding={goToStanding}
            />
            <MarkKey seats={seats} />
          </div>
          {standing.length > 0 ? <StandingToChoose {...props} areas={standing} /> : null}
        </>
      ) : (
        <SeatList
          {...marks}
          looking={{ price, wheelchairs }}
          standing={standingToChooseOf(props)}
          onShow={(area) => {
            setWay("map")
            onLook({ area })
            // The button that was pressed goes away with the list.
            ways.current?.querySelector<HTMLElement>("[role=radio]")?.focus()
          }}
        />
      )}
    </>
  )
}

/** On a phone the panel covers half of the map: what is to be looked at there comes to the top of the screen. */
function useInSight(look: HallNow["look"]) {
  const map = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (look === undefined || !matchMedia("(width < 64rem)").matches) return
    map.current?.scrollIntoView({ block: "start" })
  }, [look])
  return map
}

/** The marks that both ways show of each place, and what a press on one does. */
function useMarks(props: HallNow) {
  const { plan, seats, places, choosing, gone, mine, isHolding } = props
  return {
    plan,
    seats,
    places,
    selected: isHolding ? NONE : choosing.selected,
    mine: useMemo(() => new Set(mine), [mine]),
    gone,
    full: isHolding || choosing.isFull,
    onToggle: (place: number) => {
      if (isHolding) return
      props.onChange()
      choosing.toggle(place)
    },
  }
}
