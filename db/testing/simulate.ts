import * as fc from "fast-check"
import { randomOf } from "./racing.ts"

/** Numbers in [0, 1): all the chance that one step has. */
type Chance = () => number

type Simulation = {
  /** How many times a new world is begun. */
  rounds: number
  /** Steps of a round, at most; half as many on average. */
  stepsMax: number
  /** Repeats a run: the report of a failure names it. By default another one each time. */
  seed?: number | undefined
}

/** `taken` is for the names of the steps so far: the story of a failure. */
type Round = (steps: Chance[], taken: string[]) => Promise<void>

/**
 * Runs rounds of random steps. A step brings the chance for all that is decided in it, so that a round that fails
 * can be run again without some of its steps: fast-check reports the shortest round that it finds to fail still.
 */
export async function simulate({ rounds, stepsMax, seed }: Simulation, round: Round) {
  // Another seed is another step and no simpler one: only whole steps are left out.
  const step = fc.noShrink(fc.nat())
  const steps = fc.noBias(fc.array(step, { maxLength: stepsMax, size: "max" }))
  const property = fc.asyncProperty(steps, async (seeds) => {
    const taken: string[] = []
    await round(seeds.map(randomOf), taken).catch((cause: unknown) => {
      throw new Error(`After ${taken.join(", ")}: ${String(cause)}`, { cause })
    })
  })
  await fc.assert(property, { numRuns: rounds, ...(seed !== undefined && { seed }) })
}
