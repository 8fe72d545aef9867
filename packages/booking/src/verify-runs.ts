import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { readRunsInRedis, type Scores } from "@podo/seating/read-runs"

/** The index for best available, where it differs from what hall, prices and places say. */
export type RunDrift =
  | {
      store: "redis"
      what: "run" | "run start"
      run: string
      said: number | null
      meant: number | null
    }
  | { store: "redis"; what: "ranks" }

/** Compares the runs of a performance with its hall, its prices and its places. Changes nothing. */
export async function driftOfRuns(
  stores: Stores,
  performanceId: PerformanceId,
): Promise<RunDrift[]> {
  const { said, meant } = await readRunsInRedis(stores, performanceId)
  return [
    ...differences("run", said.runs, meant.runs),
    ...differences("run start", said.runStarts, meant.runStarts),
    ...(said.ranks.equals(meant.ranks) ? [] : [{ store: "redis", what: "ranks" } as const]),
  ]
}

function differences(what: "run" | "run start", said: Scores, meant: Scores): RunDrift[] {
  return [...new Set([...said.keys(), ...meant.keys()])]
    .map((run) => ({
      store: "redis" as const,
      what,
      run,
      said: said.get(run) ?? null,
      meant: meant.get(run) ?? null,
    }))
    .filter((one) => one.said !== one.meant)
}
