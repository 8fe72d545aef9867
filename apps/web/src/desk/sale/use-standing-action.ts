import { PLACE_STATES } from "@podo/contract/limits"
import type { PlanArea } from "@podo/contract/seating"
import { useMutation } from "@tanstack/react-query"
import { useRef } from "react"
import { isAnswerLost } from "../../app/api/refusals.ts"
import { readPlaces } from "../../map/availability.ts"
import { lastIn } from "./house-choice.ts"
import { release, takenOf, tellHouseChanged, withhold } from "./house-query.ts"

/** The area has not as many places that it could be done with. */
export class TooFew extends Error {
  readonly found: number
  constructor(found: number) {
    super("too few")
    this.found = found
  }
}

type StandingAction = { performanceId: string; area: PlanArea; kind: "withhold" | "release" }

const TRIES = 3

/**
 * Withholds or releases so many of a standing area. The page names the places itself: after a lost answer
 * the same ones are sent again, and nothing is done twice.
 */
export function useStandingAction({ performanceId, area, kind }: StandingAction) {
  const unanswered = useRef<readonly number[]>([])
  const [action, state] =
    kind === "withhold" ? [withhold, PLACE_STATES.open] : [release, PLACE_STATES.withheld]

  const pick = async (quantity: number) => {
    if (unanswered.current.length === quantity) return unanswered.current
    const found = lastIn(area, await readPlaces(performanceId), state, quantity)
    if (found.length < quantity) throw new TooFew(found.length)
    return found
  }
  return useMutation({
    mutationFn: async (quantity: number) => {
      for (let tries = 1; ; tries++) {
        const picked = await pick(quantity)
        try {
          await action(performanceId, picked)
          unanswered.current = []
          return picked
        } catch (error) {
          unanswered.current = isAnswerLost(error) ? picked : []
          // Somebody bought one of them meanwhile: any others do as well.
          if (takenOf(error).length === 0 || tries === TRIES) throw error
        }
      }
    },
    onSettled: tellHouseChanged,
  })
}
