import type { Plan } from "@podo/contract/seating"
import { PLACES_PER_CLAIM_MAX, PLACE_STATES } from "@podo/contract/limits"
import { useRef } from "react"
import { useLanguage } from "../language/language.ts"
import { choiceAtFirst } from "./choice.ts"
import type { CounterProps } from "./counter.tsx"
import { Hall } from "./hall.tsx"
import type { LiveHold } from "./hold-query.ts"
import { HoldPanel } from "./hold-panel.tsx"
import { DAY_GRID, DESK_GRID } from "./performance-bones.tsx"
import { usePlaceNames } from "./place-names.ts"
import { useSeats } from "./plan-query.ts"
import { SelectionPanel } from "./selection-panel.tsx"
import { useChoice } from "./use-choice.ts"
import { useClaim } from "./use-claim.ts"
import { useConfirm } from "./use-confirm.ts"
import { useGiveBack } from "./use-give-back.ts"
import { useLapse } from "./use-lapse.ts"

type DeskProps = CounterProps & {
  plan: Plan
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
  page: "bottom-0 -mx-4 rounded-t-3xl sm:-mx-6 lg:top-24",
  /** In the middle of a page, at the thumb only while its tickets are on the screen. */
  day: "bottom-3 rounded-3xl lg:static",
}

/** Choosing and holding at one desk: the map on one side, on the other what comes of it. */
export function Desk({ event, performance, plan, places, hold, booked, ...rest }: DeskProps) {
  const { words } = useLanguage()
  const { performanceId, limitPerUser } = performance
  const isDay = rest.layout === "day"
  const panel = useRef<HTMLElement>(null)
  // The button that was pressed goes away: without this the keyboard would start over at the top.
  const toPanel = () => panel.current?.focus({ preventScroll: true })

  const max = Math.max(0, Math.min(PLACES_PER_CLAIM_MAX, limitPerUser - booked.length))
  const atFirst = choiceAtFirst(plan, max)
  const choosing = useChoice({ performanceId, places, max, own: booked, atFirst })
  const claim = useClaim(performanceId, toPanel)
  const giveBack = useGiveBack({ plan, choosing, onGiven: toPanel, onBooked: rest.onBooked })
  const confirm = useConfirm(hold, { onBooked: rest.onBooked, onLapsed: giveBack.lapse })
  useLapse(hold, (lapsed) => {
    if (!confirm.isPending) giveBack.lapse(lapsed)
  })

  const named = [...choosing.choice.places, ...choosing.gone, ...(hold?.places ?? [])]
  const names = usePlaceNames(plan, useSeats(performance, plan, named))
  return (
    <div className={isDay ? DAY_GRID : DESK_GRID}>
      <Hall
        performance={performance}
        plan={plan}
        places={places}
        isStale={rest.isStale}
        choosing={choosing}
        gone={hold === null ? choosing.gone : NONE}
        mine={hold === null ? booked : [...booked, ...hold.places]}
        isHolding={hold !== null}
        onChange={() => {
          claim.reset()
          giveBack.forget()
        }}
      />
      <aside
        ref={panel}
        tabIndex={-1}
        aria-label={hold === null ? words.performance.yours : words.hold.title}
        className={`${PANEL} ${PANEL_OF[rest.layout]}`}
      >
        {hold === null ? (
          <SelectionPanel
            {...{ event, performance, plan, choosing, claim, names, booked }}
            elsewhere={rest.elsewhere}
            hasLapsed={giveBack.hasLapsed}
            hasOpenPlaces={places.includes(PLACE_STATES.open)}
          />
        ) : (
          <HoldPanel {...{ event, performance, hold, names, confirm, giveBack }} />
        )}
      </aside>
    </div>
  )
}
