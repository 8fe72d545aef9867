import { findSaleTerms, listAreas } from "@podo/catalog/sale-terms.queries"
import type { PerformanceId } from "@podo/contract/ids"
import { PLACE_STATES } from "@podo/contract/limits"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { z } from "zod"
import { foldRuns } from "./fold-runs.ts"
import { whenLoaded } from "./load-places.ts"
import { type PricedRun, readRuns, textOfRun } from "./performance-runs.ts"
import { bytesOfRanks } from "./place-ranks.ts"

/** A sorted set: its members and their scores. */
export type Scores = ReadonlyMap<string, number>

/** The runs of a performance in Redis. runs.lua says what the keys hold. */
export type RunsInRedis = { runs: Scores; runStarts: Scores; ranks: Buffer }

// As in runs.lua, and written down a second time: the verifier would see nothing of a mistake that it shared.
const STRETCH_MAX = 10
const NEXT_TO_LONGEST = 10
const [BUCKETS, RANKS_MAX] = [32, 65_536]
const [EVERYTHING, FIRST_PRICE, FIRST_AREA, ACCESSIBLE] = [0, 1, 201, 512]

/** So often it is tried to look at a moment at which nothing is to be folded in, while places change hands. */
const LOOKS_MAX = 20

/**
 * The runs as Redis knows them, and as its places mean them to be, at one moment: brought up to what the feed has told
 * by then.
 */
export async function readRunsInRedis(
  stores: Stores,
  performanceId: PerformanceId,
): Promise<{ said: RunsInRedis; meant: RunsInRedis }> {
  const { hallId } = await findSaleTerms(stores.db, performanceId)
  const drawn = await readRuns(stores.db, hallId, await listAreas(stores.db, performanceId))
  const { places, ...said } = await whenLoaded(stores, performanceId, () =>
    readFolded(stores, performanceId),
  )
  const entries = drawn.runs.flatMap((run) => entriesOf(run, places, drawn.ranks))
  return {
    said,
    meant: {
      runs: new Map(entries),
      runStarts: new Map(drawn.runs.map((run) => [textOfRun(run), run.first])),
      ranks: bytesOfRanks(drawn.ranks),
    },
  }
}

async function readFolded(stores: Stores, performanceId: PerformanceId) {
  for (let look = 1; ; look++) {
    await foldRuns(stores, performanceId)
    const read = await readAtOnce(stores, performanceId)
    if (read.code === "NOT_LOADED" || read.isFolded || look === LOOKS_MAX) return read
  }
}

const Read = z.tuple([
  z.string().nullable(),
  z.array(z.string()),
  z.array(z.string()),
  z.instanceof(Buffer).nullable(),
  z.string().nullable(),
  z.array(z.tuple([z.string(), z.array(z.string())])),
])

async function readAtOnce({ redis }: Stores, performanceId: PerformanceId) {
  const keys = keysOfPerformance(performanceId)
  const replies = await redis
    .multi()
    .get(keys.places)
    .zrange(keys.runs, "0", "-1", "WITHSCORES")
    .zrange(keys.runStarts, "0", "-1", "WITHSCORES")
    .getBuffer(keys.ranks)
    .hget(keys.sale, "folded")
    .xrevrange(keys.feed, "+", "-", "COUNT", 1)
    .exec()
  const values = (replies ?? []).map(([error, reply]) => {
    if (error) throw error
    return reply
  })
  const [places, runs, runStarts, ranks, folded, newest] = Read.parse(values)
  if (places === null || folded === null || !ranks) return { code: "NOT_LOADED" } as const
  const isFolded = newest[0]?.[0] === folded
  const [scores, starts] = [scoresOf(runs), scoresOf(runStarts)]
  return { code: "READ", isFolded, places, runs: scores, runStarts: starts, ranks } as const
}

const scoresOf = (pairs: string[]): Scores =>
  new Map(
    pairs.flatMap((member, index) => (index % 2 === 0 ? [[member, Number(pairs[index + 1])]] : [])),
  )

type Entry = [member: string, score: number]

function entriesOf(run: PricedRun, places: string, ranks: number[]): Entry[] {
  const open = places
    .slice(run.first, run.last + 1)
    .split("")
    .flatMap((state, at) => (state === PLACE_STATES.open ? [run.first + at] : []))
  const text = textOfRun(run)
  const groups = [EVERYTHING, FIRST_PRICE + run.level, FIRST_AREA + run.areaNumber]
  const entries = (letters: string, bucket: number, best: number): Entry[] =>
    groups.map((group, at) => [
      `${letters[at]}${text}`,
      (group * BUCKETS + bucket) * RANKS_MAX + (ranks[best] ?? 0),
    ])
  if (run.kinds === "o") return ordinaryEntries(run, open, entries)
  const kinds = run.kinds.replaceAll(/[<>]/g, "")
  const wheelchairs = open.filter((place) => kinds[place - run.first] === "w")
  const best = nearest(wheelchairs, run.best)
  if (best === undefined) return []
  return entries("epa", Math.min(STRETCH_MAX, wheelchairs.length), best).map(([member, score]) => [
    member,
    score + ACCESSIBLE * BUCKETS * RANKS_MAX,
  ])
}

function ordinaryEntries(
  run: PricedRun,
  open: number[],
  entries: (letters: string, bucket: number, best: number) => Entry[],
): Entry[] {
  const stretches: number[][] = []
  for (const place of open) {
    const stretch = stretches.at(-1)
    if (stretch?.at(-1) === place - 1) stretch.push(place)
    else stretches.push([place])
  }
  const longest = Math.min(STRETCH_MAX, Math.max(0, ...stretches.map(({ length }) => length)))
  const best = nearest(stretches.filter(({ length }) => length >= longest).flat(), run.best)
  if (best === undefined) return []
  const hasNext =
    longest < STRETCH_MAX && stretches.some(({ length }) => length > 0 && length === longest - 1)
  return [
    ...entries("epa", longest, best),
    ...(hasNext ? entries("fqb", NEXT_TO_LONGEST + longest - 1, best) : []),
  ]
}

/** Of two as near, the first. */
const nearest = (places: number[], to: number): number | undefined =>
  places.toSorted((one, other) => Math.abs(one - to) - Math.abs(other - to) || one - other)[0]
