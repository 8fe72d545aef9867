import { PLACES_PER_CLAIM_MAX } from "@podo/contract/limits"
import { useMemo, useState } from "react"
import type { HallMapProps } from "../../map/hall-map.tsx"
import { choiceAtFirst } from "./choice.ts"
import { anyPriceOf, pricesOf } from "./grades.ts"
import type { HallNow } from "./hall-now.ts"
import type { LiveHold } from "./hold-query.ts"
import type { OnSale } from "./on-sale.ts"
import { useChoice } from "./use-choice.ts"
import { useClaim } from "./use-claim.ts"
import { useConfirm } from "./use-confirm.ts"
import { useExtend } from "./use-extend.ts"
import { useGiveBack, useReturning } from "./use-give-back.ts"
import { useLapse, useLostHold } from "./hold-ends.ts"
import { useWish } from "./use-wish.ts"

/** The places of a hall that a person has already. */
export type Owned = { hold: LiveHold | null; booked: readonly number[] }

/** A person's places of a hall, and their actions here: choose or wish, hold, take more time, book, give back. */
export type Buyer = ReturnType<typeof useBuyer>

type Here = { sale: OnSale; hall: HallNow; owned: Owned; toPanel: () => void }

export function useBuyer({ sale, hall, owned, toPanel }: Here) {
  const { onBooked } = sale
  const { performanceId, limitPerUser } = sale.performance
  const { plan, places } = hall
  const { hold, booked } = owned
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
  return {
    ...owned,
    mine: useMemo(() => [...booked, ...(hold?.places ?? [])], [booked, hold]),
    /** Podo chose what is held: a person who does not like it gives it back and chooses. */
    isFound: hold !== null && hold.holdId === claim.foundHoldId,
    choosing,
    wishing: {
      ...wishing,
      change: (changed: Parameters<typeof wishing.change>[0]) => {
        claim.reset()
        wishing.change(changed)
      },
    },
    claim,
    confirm,
    extend,
    giveBack,
    /** Something else is chosen: what was said of the last try is no longer true. */
    forgetProblems: () => {
      claim.reset()
      giveBack.forget()
    },
    look,
    setLook,
    /** The button that was pressed goes away: without this the keyboard would start over at the top. */
    toPanel,
  }
}
