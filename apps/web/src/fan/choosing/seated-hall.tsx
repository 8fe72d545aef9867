import type { Area } from "@podo/contract/ids"
import { useEffect, useMemo, useRef, useState } from "react"
import { HallMap } from "../../map/hall-map.tsx"
import { MarkKey } from "../../map/mark-key.tsx"
import { SeatList } from "./list/seat-list.tsx"
import type { HallNow } from "./hall-now.ts"
import type { Buyer } from "./use-buyer.ts"
import { PriceFilter } from "./price-filter.tsx"
import { goToStanding, standingChoiceOf, StandingToChoose } from "./standing-areas.tsx"
import { useWay, WaySwitch } from "./way-switch.tsx"
import { onlyPriceOf } from "./wish.ts"

const NONE: ReadonlySet<number> = new Set()

type SeatedHallProps = { hall: HallNow; buyer: Buyer }

/** A hall in two equal ways, as a map and as a list, and what of it is looked at. */
export function SeatedHall({ hall, buyer }: SeatedHallProps) {
  const { plan, seats } = hall
  const { wishing, look } = buyer
  const { way, setWay } = useWay()
  const ways = useRef<HTMLDivElement>(null)
  const [wheelchairs, setWheelchairs] = useState(false)
  const price = onlyPriceOf(wishing.wish)
  const hasWheelchairs = useMemo(() => seats?.some(({ accessible }) => accessible), [seats])
  const marks = useMarks(hall, buyer)
  const map = useInSight(look)
  const standing = plan.areas.filter(({ kind }) => kind === "standing")
  return (
    <>
      <div className="flex min-w-0 flex-col gap-2">
        <WaySwitch ref={ways} way={way} onChange={setWay} />
        <PriceFilter
          hall={hall}
          wishing={wishing}
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
          {standing.length > 0 ? (
            <StandingToChoose hall={hall} buyer={buyer} areas={standing} />
          ) : null}
        </>
      ) : (
        <SeatList
          hall={{
            ...marks,
            looking: { price, wheelchairs },
            standing: standingChoiceOf(hall, buyer),
            onShow: showOnMap,
          }}
        />
      )}
    </>
  )

  function showOnMap(area: Area) {
    setWay("map")
    buyer.setLook({ area })
    // The button that was pressed goes away with the list.
    ways.current?.querySelector<HTMLElement>("[role=radio]")?.focus()
  }
}

/** On a phone the panel covers half of the map: what is to be looked at there comes to the top of the screen. */
function useInSight(look: Buyer["look"]) {
  const map = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (look === undefined || !matchMedia("(width < 64rem)").matches) return
    map.current?.scrollIntoView({ block: "start" })
  }, [look])
  return map
}

/** The marks that both ways show of each place, and what a press on one does. */
function useMarks({ plan, seats, places }: HallNow, buyer: Buyer) {
  const { choosing, mine, hold, forgetProblems } = buyer
  const isHolding = hold !== null
  return {
    plan,
    seats,
    places,
    selected: isHolding ? NONE : choosing.selected,
    mine: useMemo(() => new Set(mine), [mine]),
    gone: isHolding ? NONE : choosing.gone,
    full: isHolding || choosing.isFull,
    onToggle: (place: number) => {
      if (isHolding) return
      forgetProblems()
      choosing.toggle(place)
    },
  }
}
