import { PLACE_STATES } from "@podo/contract/limits"
import type { Plan, Seat } from "@podo/contract/seating"
import { useRef } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import type { CounterProps } from "./counter.tsx"
import { Hall } from "./hall.tsx"
import type { LiveHold } from "./hold-query.ts"
import { HoldPanel } from "./hold-panel.tsx"
import { panelProps } from "./panel.ts"
import { DAY_GRID, DESK_GRID } from "./performance-skeleton.tsx"
import { usePlaceNames } from "./place-names.ts"
import { SelectionPanel } from "./selection-panel.tsx"
import { useDesk } from "./use-desk.ts"

export type DeskProps = CounterProps & {
  plan: Plan
  seats: readonly Seat[] | undefined
  places: string
  isStale: boolean
  hold: LiveHold | null
  booked: readonly number[]
}

const NONE: ReadonlySet<number> = new Set()

const PANEL =
  "sticky z-20 bg-raised shadow-float ring-1 ring-line outline-none lg:bottom-auto lg:mx-0 lg:rounded-3xl lg:shadow-card"
const PANEL_OF = {
  /** At the thumb, from edge to edge. */
  page: "bottom-0 -mx-4 rounded-t-3xl sm:-mx-6 lg:top-24 flat:top-3 flat:bottom-auto! flat:mx-0! flat:max-h-[calc(100dvh-1.5rem)] flat:overflow-y-auto flat:rounded-3xl!",
  /** In the middle of a page, at the thumb only while its tickets are on the screen. */
  day: "bottom-3 rounded-3xl lg:static",
}

/** Choosing and holding at one desk: the hall on one side, on the other what comes of it. */
export function Desk(props: DeskProps) {
  const { plan, seats, hold, layout } = props
  const panel = useRef<HTMLElement>(null)
  // The button that was pressed goes away: without this the keyboard would start over at the top.
  const toPanel = () => panel.current?.focus({ preventScroll: true })
  const desk = useDesk(props, toPanel)
  const onChange = () => {
    desk.claim.reset()
    desk.giveBack.forget()
  }
  const names = usePlaceNames(plan, seats)
  const label = usePanelLabel(hold, desk.isFound)
  return (
    <div className={layout === "day" ? DAY_GRID : DESK_GRID}>
      <Hall
        {...props}
        {...desk}
        gone={hold === null ? desk.choosing.gone : NONE}
        isHolding={hold !== null}
        onLook={desk.setLook}
        onChange={onChange}
      />
      <aside
        ref={panel}
        {...panelProps}
        aria-label={label}
        className={`${PANEL} ${PANEL_OF[layout]}`}
      >
        {hold === null ? (
          <SelectionPanel
            {...props}
            {...desk}
            names={names}
            ending={desk.giveBack.ending}
            returning={desk.giveBack.returning.places}
            hasOpenPlaces={props.places.includes(PLACE_STATES.open)}
            onGone={toPanel}
          />
        ) : (
          <HoldPanel {...props} {...desk} hold={hold} names={names} />
        )}
      </aside>
    </div>
  )
}

function usePanelLabel(hold: LiveHold | null, isFound: boolean): string {
  const { words } = useLanguage()
  const say = useChoosingWords()
  if (hold === null) return words.performance.yours
  return isFound ? say.found.title : words.hold.title
}
