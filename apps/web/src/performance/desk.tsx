import { PLACES_PER_CLAIM_MAX, PLACE_STATES } from "@podo/contract/limits"
import type { Plan, Seat } from "@podo/contract/seating"
import { useMemo, useRef, useState } from "react"
import { useLanguage } from "../language/language.ts"
import type { HallMapProps } from "../seat-map/hall-map.tsx"
import { choiceAtFirst } from "./choice.ts"
import type { CounterProps } from "./counter.tsx"
import { anyPriceOf, pricesOf } from "./grades.ts"
import { Hall } from "./hall.tsx"
import type { LiveHold } from "./hold-query.ts"
import { HoldPanel } from "./hold-panel.tsx"
import { DAY_GRID, DESK_GRID } from "./performance-bones.tsx"
import { usePlaceNames } from "./place-names.ts"
import { SelectionPanel } from "./selection-panel.tsx"
import { useChoice } from "./use-choice.ts"
import { useClaim } from "./use-claim.ts"
import { useConfirm } from "./use-confirm.ts"
import { useExtend } from "./use-extend.ts"
import { useGiveBack } from "./use-give-back.ts"
import { useLapse } from "./use-lapse.ts"
import { useReturning } from "./use-returning.ts"
import { useWish } from "./use-wish.ts"

type DeskProps = CounterProps & {
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
  page: "bottom-0 -mx-4 rounded-t-3xl sm:-mx-6 lg:top-24",
  /** In the middle of a page, at the thumb only while its tickets are on the screen. */
  day: "bottom-3 rounded-3xl lg:static",
}

/** Choosing and holding at one desk: the hall on one side, on the other what comes of it. */
export function Desk(props: DeskProps) {
  const { event, performance, plan, seats, places, hold, booked, layout } = props
  const { words } = useLanguage()
  const panel = useRef<HTMLElement>(null)
  // The button that was pressed goes away: without this the keyboard would start over at the top.
  const toPanel = () => panel.current?.focus({ preventScroll: true })
  const desk = useDesk(props, toPanel)
  const { choosing, wishing, claim, giveBack, confirm, extend, look, setLook } = desk
  const names = usePlaceNames(plan, seats)
  const onChange = () => {
    claim.reset()
    giveBack.forget()
  }
  return (
    <div className={layout === "day" ? DAY_GRID : DESK_GRID}>
      <Hall
        {...{ plan, seats, places, choosing, wishing, look, onChange }}
        isStale={props.isStale}
        gone={hold === null ? choosing.gone : NONE}
        mine={hold === null ? booked : [...booked, ...hold.places]}
        isHolding={hold !== null}
        onLook={setLook}
      />
      <aside
        ref={panel}
        tabIndex={-1}
        aria-label={hold === null ? words.performance.yours : words.hold.title}
        className={`${PANEL} ${PANEL_OF[layout]}`}
      >
        {hold === null ? (
          <SelectionPanel
            {...{
              event,
              performance,
              plan,
              seats,
              places,
              choosing,
              wishing,
              claim,
              names,
              booked,
            }}
            elsewhere={props.elsewhere}
            hasLapsed={giveBack.hasLapsed}
            returning={giveBack.returning.places}
            hasOpenPlaces={places.includes(PLACE_STATES.open)}
            onChange={onChange}
            onGone={toPanel}
          />
        ) : (
          <HoldPanel
            {...{ event, performance, plan, seats, hold, names, confirm, extend, giveBack }}
            isFound={hold.holdId === claim.foundHoldId}
          />
        )}
      </aside>
    </div>
  )
}

/** What a person does at the desk: choose or wish, hold, take more time, book, give back. */
function useDesk(
  { performance, plan, places, hold, booked, onBooked }: DeskProps,
  toPanel: () => void,
) {
  const { performanceId, limitPerUser } = performance
  const [look, setLook] = useState<HallMapProps["look"]>()
  const max = Math.max(0, Math.min(PLACES_PER_CLAIM_MAX, limitPerUser - booked.length))
  const atFirst = choiceAtFirst(plan, max)
  const returning = useReturning()
  const own = useMemo(() => [...booked, ...returning.places], [booked, returning.places])
  const choosing = useChoice({ performanceId, places, max, own, atFirst })
  const prices = useMemo(() => pricesOf(plan), [plan])
  const anyPrice = useMemo(() => anyPriceOf(plan), [plan])
  const wishing = useWish({ performanceId, max, prices, anyPrice })
  const claim = useClaim(performanceId, (held, isFound) => {
    const [place] = held.places
    if (isFound && place !== undefined) setLook({ place })
    toPanel()
  })
  const giveBack = useGiveBack({ plan, choosing, returning, onGiven: toPanel, onBooked })
  const confirm = useConfirm(hold, { onBooked, onLapsed: giveBack.lapse })
  const extend = useExtend(giveBack.lapse)
  useLapse(hold, (lapsed) => {
    if (!confirm.isPending) giveBack.lapse(lapsed)
  })
  const changeWish = (changed: Parameters<typeof wishing.change>[0]) => {
    claim.reset()
    wishing.change(changed)
  }
  return {
    choosing,
    wishing: { ...wishing, change: changeWish },
    claim,
    giveBack,
    confirm,
    extend,
    look,
    setLook,
  }
}
