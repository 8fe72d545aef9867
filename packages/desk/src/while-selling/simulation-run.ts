import type { Organizer } from "../own-event.ts"
import type { PerformanceId, UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Hold } from "@podo/contract/seating"
import { type MintedPerformance, mintUserId } from "@podo/db/testing"
import { Model } from "./simulation-model.ts"

const USERS = 4

/** One performance from its opening on. */
export class Run {
  readonly model = new Model()
  readonly users = Array.from({ length: USERS }, mintUserId)
  /** All the chance of the step that is taken. */
  random: () => number = () => 0
  readonly performance: MintedPerformance
  readonly organizer: Organizer
  constructor(performance: MintedPerformance, organizer: Organizer) {
    this.performance = performance
    this.organizer = organizer
  }

  get performanceId(): PerformanceId {
    return this.performance.performanceId
  }

  below(bound: number): number {
    return Math.floor(this.random() * bound)
  }

  pick<Choice>(choices: Choice[]): Choice | undefined {
    return choices[this.below(choices.length)]
  }

  someHold(): [UserId, Hold] | undefined {
    return this.pick([...this.model.holds])
  }
}

/** The answer, or nothing where it was a refusal. */
export async function granted<Answer>(work: Promise<Answer>): Promise<Answer | undefined> {
  return work.catch((error: unknown) => {
    if (error instanceof Refused) return undefined
    throw error
  })
}
