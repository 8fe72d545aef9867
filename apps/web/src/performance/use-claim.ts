import { PLACE_STATES } from "@podo/contract/limits"
import { useMutation } from "@tanstack/react-query"
import { useLocation } from "wouter"
import { useMe } from "../account/session.ts"
import { signInHref } from "../account/way-back.ts"
import { refusalOf } from "../api/refusals.ts"
import { trpc } from "../api/trpc.ts"
import { notePlaces, readPlacesAnew } from "./availability.ts"
import type { Choice } from "./choice.ts"
import { isJustTooEarly, untilSaleMs } from "./early-claim.ts"
import { keepHold } from "./hold-query.ts"

export type Claim = ReturnType<typeof useClaim>

/** Holds what was chosen. Only here is a guest asked to sign in; the choice is kept meanwhile. */
export function useClaim(performanceId: string, onHeld: () => void) {
  const [, navigate] = useLocation()
  const isGuest = useMe() === null
  const claiming = useMutation(
    trpc.seating.claim.mutationOptions({
      // Pressed at the very moment of the opening: nobody should lose a turn to half a round trip.
      retry: (failures, error) => isJustTooEarly(failures, error),
      retryDelay: (_, error) => untilSaleMs(error),
      onSuccess: (hold) => {
        notePlaces(performanceId, hold.places, PLACE_STATES.held)
        keepHold(performanceId, hold)
        onHeld()
      },
      onError: (error) => {
        const refusal = refusalOf(error)
        if (refusal?.code === "SIGN_IN_REQUIRED") return navigate(signInHref())
        if (refusal?.code === "PLACES_TAKEN") {
          return notePlaces(performanceId, refusal.places, PLACE_STATES.held)
        }
        return void readPlacesAnew(performanceId)
      },
    }),
  )
  const claim = ({ places, standing }: Choice) => {
    if (isGuest) return navigate(signInHref())
    return claiming.mutate(
      standing === null ? { performanceId, places: [...places] } : { performanceId, ...standing },
    )
  }
  const { error, isPending, reset } = claiming
  return { claim, error, isPending, reset, isGuest }
}
