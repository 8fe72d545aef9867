import { PLACE_STATES } from "@podo/contract/limits"
import { useRef } from "react"
import { useLanguage } from "../../app/language/language.ts"
import { useChoosingWords } from "../../app/language/choosing-words.ts"
import { Hall } from "./hall.tsx"
import type { LiveHold } from "./hold-query.ts"
import { HoldPanel } from "./hold-panel.tsx"
import { panelProps } from "./panel.ts"
import { DAY_GRID, PAGE_GRID } from "./performance-skeleton.tsx"
import { usePlaceNames } from "./place-names.ts"
import { SelectionPanel } from "./selection-panel.tsx"
import { type ToChooseFrom, useChoosing } from "./use-choosing.ts"

const NONE: ReadonlySet<number> = new Set()

const PANEL =
  "sticky z-20 bg-raised shadow-float ring-1 ring-line outline-none lg:bottom-auto lg:mx-0 lg:rounded-3xl lg:shadow-card"
const PANEL_OF = {
  /** At the thumb, from edge to edge. */
  page: "bottom-0 -mx-4 rounded-t-3xl sm:-mx-6 lg:top-24 flat:top-3 flat:bottom-auto! flat:mx-0! flat:max-h-[calc(100dvh-1.5rem)] flat:overflow-y-auto flat:rounded-3xl!",
  /** In the middle of a page, at the thumb only while its tickets are on the screen. */
  day: "bottom-3 rounded-3xl lg:static",
}

/** The hall on one side, and on the other what is chosen or held of it. */
export function HallAndPanel(props: ToChooseFrom) {
  const { plan, seats, hold, layout } = props
  const panel = useRef<HTMLElement>(null)
  // The button that was pressed goes away: without this the keyboard would start over at the top.
  const toPanel = () => panel.current?.focus({ preventScroll: true })
  const choosing = useChoosing(props, toPanel)
  const onChange = () => {
    choosing.claim.reset()
    choosing.giveBack.forget()
  }
  const names = usePlaceNames(plan, seats)
  const label = usePanelLabel(hold, choosing.isFound)
  return (
    <div className={layout === "day" ? DAY_GRID : PAGE_GRID}>
      <Hall
        {...props}
        {...choosing}
        gone={hold === null ? choosing.choosing.gone : NONE}
        isHolding={hold !== null}
        onLook={choosing.setLook}
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
            {...choosing}
            names={names}
            ending={choosing.giveBack.ending}
            returning={choosing.giveBack.returning.places}
            hasOpenPlaces={props.places.includes(PLACE_STATES.open)}
            onGone={toPanel}
          />
        ) : (
          <HoldPanel {...props} {...choosing} hold={hold} names={names} />
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
