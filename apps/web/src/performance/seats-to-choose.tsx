import { useMemo } from "react"
import { SeatLegend } from "../seat-map/seat-legend.tsx"
import { SeatMap } from "../seat-map/seat-map.tsx"
import type { HallProps } from "./hall.tsx"

const NONE: ReadonlySet<number> = new Set()

export function SeatsToChoose({
  plan,
  places,
  choosing,
  gone,
  mine,
  isHolding,
  onChange,
}: HallProps) {
  const mineSet = useMemo(() => new Set(mine), [mine])
  return (
    <div className="flex flex-col gap-4">
      <SeatMap
        plan={plan}
        places={places}
        selected={isHolding ? NONE : choosing.selected}
        mine={mineSet}
        gone={gone}
        full={isHolding || choosing.isFull}
        onToggle={(place) => {
          if (isHolding) return
          onChange()
          choosing.toggle(place)
        }}
      />
      <SeatLegend plan={plan} places={places} />
    </div>
  )
}
