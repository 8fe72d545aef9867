import { PLACES_PER_CLAIM_MAX } from "@podo/contract/limits"
import { useMemo, useState } from "react"
import type { HallMapProps } from "../../map/hall-map.tsx"
import { choiceAtFirst } from "./choice.ts"
import type { DeskProps } from "./desk.tsx"
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

/** What a person does at the desk: choose or wish, hold, take more time, book, give back. */
export function useDesk(
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
