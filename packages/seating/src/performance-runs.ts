import type { PricedArea } from "@podo/catalog/sale-terms.queries"
import type { HallId } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { type Run, runsOfHall } from "./hall-runs.ts"
import { bytesOfRanks } from "./place-ranks.ts"
import { findHall, listOutlines, listSeats } from "./plans.queries.ts"
import { levelsOf } from "./sale-fields.ts"

/** The runs of a performance, with what its prices say of them. */
export type PricedRun = Run & {
  /** Which of the performance's prices, from the lowest, and which of its areas; both from 0. */
  level: number
  areaNumber: number
}

/** As Redis is told of it: see runs.lua. */
export type PerformanceRuns = { runs: PricedRun[]; ranks: number[] }

type HallRuns = { runs: Run[]; ranks: number[] }

// A hall's plan stays as it is, and a musical has hundreds of performances in one.
const HALLS_KEPT_MAX = 8
const halls = new Map<string, HallRuns>()

async function hallRuns(db: Database, hallId: HallId, areas: PricedArea[]): Promise<HallRuns> {
  const layout = areas.map(({ area, firstPlace, capacity }) => [area, firstPlace, capacity])
  const key = JSON.stringify([hallId, layout])
  const known = halls.get(key)
  if (known) return known
  const [{ width, stage }, outlines, seats] = await Promise.all([
    findHall(db, hallId),
    listOutlines(db, hallId),
    listSeats(db, hallId),
  ])
  const drawn = runsOfHall({ width, stage, outlines, seats }, areas)
  halls.set(key, drawn)
  for (const oldest of [...halls.keys()].slice(0, -HALLS_KEPT_MAX)) halls.delete(oldest)
  return drawn
}

export async function readRuns(
  db: Database,
  hallId: HallId,
  areas: PricedArea[],
): Promise<PerformanceRuns> {
  return pricedRuns(await hallRuns(db, hallId, areas), areas)
}

export function pricedRuns({ runs, ranks }: HallRuns, areas: PricedArea[]): PerformanceRuns {
  const levels = levelsOf(areas)
  const numbered = new Map(
    areas.map(({ area, price }, areaNumber) => [
      area,
      { areaNumber, level: levels.indexOf(price) },
    ]),
  )
  const none = { areaNumber: 0, level: 0 }
  return { runs: runs.map((run) => ({ ...run, ...(numbered.get(run.area) ?? none) })), ranks }
}

export const textOfRun = ({ first, last, best, level, areaNumber, kinds, area }: PricedRun) =>
  [first, last, best, level, areaNumber, kinds, area].join("-")

/** Two arguments of the scripts that write the runs. */
export const argsOfRuns = ({ runs, ranks }: PerformanceRuns): [string, Buffer] => [
  runs.map(textOfRun).join("\n"),
  bytesOfRanks(ranks),
]
