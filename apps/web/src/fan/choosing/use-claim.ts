import { PLACE_STATES } from "@podo/contract/limits"
import type { Hold } from "@podo/contract/seating"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useLocation } from "wouter"
import { useMe } from "../../app/session/session.ts"
import { signInHref } from "../../app/session/way-back.ts"
import { refusalOf } from "../../app/api/refusals.ts"
import { trpc } from "../../app/api/trpc.ts"
import { goToRoom } from "../waiting-room/standing-query.ts"
import { notePlaces, readPlacesAnew } from "../../map/availability.ts"
import type { Choice } from "./choice.ts"
import { isJustTooEarly, untilSaleMs } from "./early-claim.ts"
import { keepHold } from "./hold-query.ts"
import { bestPlacesOf, type Wish } from "./wish.ts"

/** Holds what was chosen, or finds and holds the best. Only here is a guest asked to sign in; what they want is kept. */
export function useClaim(performanceId: string, onHeld: (hold: Hold, isFound: boolean) => void) {
  const [, navigate] = useLocation()
  const isGuest = useMe() === null
  const [wished, setWished] = useState<Wish>()
  const [foundHoldId, setFoundHoldId] = useState<string>()
  const [pausedUntilMs, setPausedUntilMs] = useState<number>()
  const claiming = useMutation(
    trpc.seating.claim.mutationOptions({
      // Pressed at the very moment of the opening: nobody should lose a turn to half a round trip.
      retry: (failures, error) => isJustTooEarly(failures, error),
      retryDelay: (_, error) => untilSaleMs(error),
      onSuccess: (hold) => {
        notePlaces(performanceId, hold.places, PLACE_STATES.held)
        keepHold(performanceId, hold)
      },
      onError: (error) => {
        const refusal = refusalOf(error)
        if (refusal?.code === "SIGN_IN_REQUIRED") return navigate(signInHref())
        if (refusal?.code === "PLACES_TAKEN") {
          return notePlaces(performanceId, refusal.places, PLACE_STATES.held)
        }
        if (refusal?.code === "NOT_ADMITTED") return void goToRoom(performanceId)
        if (refusal?.code === "TOO_MANY_HOLDS") {
          return setPausedUntilMs(performance.now() + refusal.retryAfterMs)
        }
        return void readPlacesAnew(performanceId)
      },
    }),
  )
  const ask = (asked: Parameters<typeof claiming.mutate>[0], wish?: Wish) => {
    if (isGuest) return navigate(signInHref())
    setWished(wish)
    return claiming.mutate(asked, {
      onSuccess: (hold) => {
        const isFound = wish !== undefined
        if (isFound) setFoundHoldId(hold.holdId)
        onHeld(hold, isFound)
      },
    })
  }
  const { error, isPending, reset } = claiming
  return {
    claim: ({ places, standing }: Choice) =>
      ask(
        standing === null ? { performanceId, places: [...places] } : { performanceId, ...standing },
      ),
    find: (wish: Wish) => ask(bestPlacesOf(performanceId, wish), wish),
    error,
    isPending,
    reset,
    isGuest,
    /** The subject of the last answer, if good places were looked for. */
    wished,
    /** The hold whose places Podo found. */
    foundHoldId,
    pausedUntilMs,
  }
}
