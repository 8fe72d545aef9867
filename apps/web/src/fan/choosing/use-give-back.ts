import type { Booking } from "@podo/contract/booking"
import { PLACE_STATES } from "@podo/contract/limits"
import type { Hold, Plan } from "@podo/contract/seating"
import { useMutation } from "@tanstack/react-query"
import { useState, useEffect } from "react"
import { api } from "../../app/api/trpc.ts"
import { forgetBookingId, sentBookingIdOf } from "../booking/booking-ids.ts"
import { findBooking, tellBookingsChanged } from "../booking/bookings-query.ts"
import { notePlaces, readPlacesAnew } from "../../map/availability.ts"
import { type Choice, NOTHING } from "./choice.ts"
import { keepHold } from "./hold-query.ts"
import { areaOfPlace } from "../../map/plan-query.ts"
import type { Choosing } from "./use-choice.ts"

type Desk = {
  plan: Plan
  choosing: Choosing
  returning: Returning
  onGiven: () => void
  onBooked: (booking: Booking) => void
}

/** How a hold has ended that its person did not give back here. */
type Ending = "lapsed" | "lost"

/** A hold, and whether its places were found for the person rather than chosen by them. */
type Given = { hold: Hold; isFound: boolean }

/** The ways a hold ends without a booking: given back, lapsed, or lost. Places chosen before are chosen again. */
export function useGiveBack({ plan, choosing, returning, onGiven, onBooked }: Desk) {
  const [ending, setEnding] = useState<Ending>()
  const [endedHoldId, setEndedHoldId] = useState<string>()
  const endHold = (hold: Hold, choice: Choice) => {
    setEndedHoldId(hold.holdId)
    choosing.change(choice)
    keepHold(hold.performanceId, null)
    forgetBookingId(hold.holdId)
    onGiven()
  }
  const releasing = useMutation({
    mutationFn: ({ hold: { performanceId, holdId } }: Given) =>
      api.seating.release.mutate({ performanceId, holdId }),
    onSuccess: (_, { hold, isFound }) => {
      notePlaces(hold.performanceId, hold.places, PLACE_STATES.open)
      // Places that Podo found and nobody wanted are no choice of theirs.
      endHold(hold, isFound ? NOTHING : choiceOf(plan, hold))
    },
  })
  const lapsing = useMutation({
    mutationFn: settleLapsed,
    onSuccess: (booking, hold) => {
      if (booking !== undefined) {
        keepHold(hold.performanceId, null)
        choosing.clear()
        return onBooked(booking)
      }
      setEnding("lapsed")
      returning.begin(hold.places)
      return endHold(hold, choiceOf(plan, hold))
    },
  })
  return {
    release: releasing.mutate,
    isReleasing: releasing.isPending,
    releaseError: releasing.error,
    lapse: lapsing.mutate,
    isLapsing: lapsing.isPending,
    ending,
    endedHoldId,
    lose: (hold: Hold) => {
      setEnding("lost")
      // Before the map is read they would seem to be somebody else's.
      void readPlacesAnew(hold.performanceId).finally(() => choosing.change(choiceOf(plan, hold)))
      // A person who is elsewhere on the page stays there.
      if (document.activeElement === document.body) onGiven()
    },
    /** Lapsed a moment ago: they open again by themselves, and may be chosen again then. */
    returning,
    forget: () => setEnding(undefined),
  }
}

/** A hold may be gone because it became a booking whose answer never arrived. */
async function settleLapsed({ performanceId, holdId }: Hold): Promise<Booking | undefined> {
  const sent = sentBookingIdOf(holdId)
  const booking = sent && (await findBooking(performanceId, sent).catch(() => undefined))
  if (booking) {
    await tellBookingsChanged()
    return booking
  }
  // Until somebody sweeps, nothing happens to the places: giving them back begins their return at once.
  await api.seating.release.mutate({ performanceId, holdId }).catch(() => undefined)
  await readPlacesAnew(performanceId)
  return undefined
}

function choiceOf(plan: Plan, { places }: Hold): Choice {
  const area = areaOfPlace(plan, places[0] ?? -1)
  if (area?.kind !== "standing") return { places, standing: null }
  return { places: [], standing: { area: area.area, quantity: places.length } }
}

/** Places that lapse open again a few random seconds later; after this they are somebody else's. */
const RETURN_MS = 12_000

const NONE: readonly number[] = []

type Returning = ReturnType<typeof useReturning>

/** The places of a person's own hold that lapsed a moment ago, while they may still come back. */
export function useReturning() {
  const [places, setPlaces] = useState(NONE)
  useEffect(() => {
    if (places.length === 0) return undefined
    const timer = setTimeout(() => setPlaces(NONE), RETURN_MS)
    return () => clearTimeout(timer)
  }, [places])
  return { places, begin: setPlaces }
}
