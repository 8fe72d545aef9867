import type { PerformanceId, Place } from "@podo/contract/ids"
import type { Database } from "@podo/db/connect"
import { findSaleTerms, listAreas } from "./sale-terms.queries.ts"

/** A version of a sale's terms: nothing in it changes, for each change of the terms is another version. */
export type KnownTerms = Awaited<ReturnType<typeof readTerms>>

/** The terms of so many performances are kept in a process at most: those that were asked for last. */
const KEPT_MAX = 1_000

const known = new WeakMap<Database, Map<PerformanceId, Promise<KnownTerms>>>()

/**
 * The terms of a sale as this process read them last, at least of the version that is asked for. An action by
 * them has MySQL or Redis compare the version in the same step, and asks again with the newer one where they are old.
 * Refuses with NOT_FOUND, also for a draft's.
 */
export async function knownTerms(
  db: Database,
  performanceId: PerformanceId,
  versionMin = 0,
): Promise<KnownTerms> {
  const terms = known.get(db) ?? new Map<PerformanceId, Promise<KnownTerms>>()
  known.set(db, terms)
  const reading = terms.get(performanceId)
  const kept = await reading?.catch(() => undefined)
  if (kept && kept.version >= versionMin) return kept
  // The first caller reads for all who came at the same time.
  const other = terms.get(performanceId)
  if (other && other !== reading) return other
  const read = readTerms(db, performanceId)
  keep(terms, performanceId, read)
  read.catch(() => terms.get(performanceId) === read && terms.delete(performanceId))
  return read
}

/** Lets a process know terms without reading them: of a performance that Redis alone knows, for tests and benches. */
export function rememberTerms(db: Database, performanceId: PerformanceId, read: KnownTerms) {
  const terms = known.get(db) ?? new Map<PerformanceId, Promise<KnownTerms>>()
  known.set(db, terms)
  keep(terms, performanceId, Promise.resolve(read))
}

function keep(
  terms: Map<PerformanceId, Promise<KnownTerms>>,
  performanceId: PerformanceId,
  read: Promise<KnownTerms>,
) {
  terms.delete(performanceId)
  terms.set(performanceId, read)
  const [oldest] = terms.keys()
  if (terms.size > KEPT_MAX && oldest !== undefined) terms.delete(oldest)
}

async function readTerms(db: Database, performanceId: PerformanceId) {
  // The version first: what is read after it is of this version or a newer one, which the next comparison finds out.
  const terms = await findSaleTerms(db, performanceId)
  return { ...terms, areas: await listAreas(db, performanceId) }
}

/** The area that a place is in: a contiguous range of places; every place of a hall is in one. */
export function areaOf<Range extends { firstPlace: Place }>(
  { areas }: { areas: Range[] },
  place: Place,
): Range {
  const area = areas.findLast(({ firstPlace }) => firstPlace <= place)
  if (!area) throw new Error(`Place ${place} is in no area.`)
  return area
}
