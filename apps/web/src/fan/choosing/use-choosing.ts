import { PLACES_PER_CLAIM_MAX } from "@podo/contract/limits"
import type { Plan, Seat } from "@podo/contract/seating"
import { useMemo, useState } from "react"
import type { HallMapProps } from "../../map/hall-map.tsx"
import { choiceAtFirst } from "./choice.ts"
import type { LiveHold } from "./hold-query.ts"
import type { OnSale } from "./on-sale.ts"
import { anyPriceOf, pricesOf } from "./grades.ts"
import { useChoice } from "./use-choice.ts"
import { useClaim } from "./use-claim.ts"
import { useConfirm } from "./use-confirm.ts"
import { useExtend } from "./use-extend.ts"
import { useGiveBack } from "./use-give-back.ts"
import { useLapse } from "./use-lapse.ts"
import { useLostHold } from "./use-lost-hold.ts"
import { useReturning } from "./use-returning.ts"
import { useWish } from "./use-wish.ts"

/** A performance that is sold, its hall as it is now, and what the person has of it. */
export type ToChooseFrom = OnSale & {
  plan: Plan
  seats: readonly Seat[] | undefined
  places: string
  isStale: boolean
  hold: LiveHold | null
  booked: readonly number[]
}

/** The actions of a person here: choose or wish, hold, take more time, book, give back. */
export function useChoosing(
  { performance, plan, places, hold, booked, onBooked }: ToChooseFrom,
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
    if (isFound) setLook({ places: held.places })
    toPanel()
  })
  const giveBack = useGiveBack({ plan, choosing, returning, onGiven: toPanel, onBooked })
  const confirm = useConfirm(hold, { onBooked, onLapsed: giveBack.lapse })
  const extend = useExtend(giveBack.lapse)
  useLapse(hold, (lapsed) => {
    if (!confirm.isPending) giveBack.lapse(lapsed)
  })
  useLostHold(hold, giveBack.endedHoldId, giveBack.lose)
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
    mine: useMemo(() => [...booked, ...(hold?.places ?? [])], [booked, hold]),
    isFound: hold !== null && hold.holdId === claim.foundHoldId,
  }
}
