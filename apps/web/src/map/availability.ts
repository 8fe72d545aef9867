import type { News } from "@podo/contract/live"
import type { Availability } from "@podo/contract/seating"
import { type Query, useQuery } from "@tanstack/react-query"
import { api, queryClient, trpc } from "../app/api/trpc.ts"
import {
  isWorthAskingAgain,
  type KnownPlaces,
  NOTHING_KNOWN,
  questionOf,
  shownOf,
  withAnswer,
  withLoss,
  withNews,
  withNotes,
  withWatching,
} from "../app/live/known-places.ts"
import { useNews, useWatching } from "../app/live/use-live.ts"

const POLL_MS = 3_000
const POLL_SPREAD_MS = 2_000
/** Asked for while the page was on its way, it need not be asked for again when the page is there. */
const FRESH_MS = 1_000
/** A loss that concerns everybody must not bring everybody at the same moment. */
const READ_AGAIN_WITHIN_MS = 1_000
/** A person who comes in the middle of a sale may be answered a little before their news begin. */
const CATCH_UP_WITHIN_MS = 250
/** By then news have confirmed what an answer to this page told. */
const NOTES_HOLD_MS = 2_000

/**
 * The map of places: read once, and from then on kept by the news of what changes. Where none come it is read
 * again every few seconds, while the page is looked at.
 */
export function useAvailability(performanceId: string) {
  useNews((news) => applyNews(performanceId, news))
  const isWatching = useWatching(performanceId)
  return useQuery({
    ...availabilityOptions(performanceId),
    staleTime: isWatching ? Infinity : FRESH_MS,
    refetchInterval: ({ state }) => {
      const isGood = isWatching && state.status !== "error" && !knownOf(performanceId).isBehind
      return isGood ? false : POLL_MS + Math.random() * POLL_SPREAD_MS
    },
  })
}

/** An answer told what has become of some places; news and later readings of the map may correct it. */
export function notePlaces(performanceId: string, places: readonly number[], state: string) {
  show(performanceId, withNotes(knownOf(performanceId), places, state))
  setTimeout(() => {
    const { notes } = knownOf(performanceId)
    if (notes.some(({ place }) => places.includes(place))) void readPlacesAnew(performanceId)
  }, NOTES_HOLD_MS)
}

/** Resolves when the map has been read anew, or could not be. */
export async function readPlacesAnew(performanceId: string) {
  await queryClient.invalidateQueries({ queryKey: keyOf(performanceId), exact: true })
}

/** The map as it is this very moment, for a choice that the page makes for somebody. */
export async function readPlaces(performanceId: string): Promise<string> {
  const options = { ...availabilityOptions(performanceId), staleTime: 0 }
  return (await queryClient.fetchQuery(options)).places
}

const keyOf = (performanceId: string) => trpc.seating.availability.queryKey({ performanceId })

export function availabilityOptions(performanceId: string) {
  return {
    ...trpc.seating.availability.queryOptions({ performanceId }, { retry: 1 }),
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Availability> => {
      const question = questionOf(knownOf(performanceId))
      const answer = await api.seating.availability.query({ performanceId }, { signal })
      const known = withAnswer(knownOf(performanceId), question, answer)
      keep(performanceId, known)
      if (isWorthAskingAgain(known)) catchUp(performanceId, CATCH_UP_WITHIN_MS)
      return shownOf(known) ?? answer
    },
  }
}

function applyNews(performanceId: string, news: News) {
  if (!("performanceId" in news) || news.performanceId !== performanceId) return
  const known = knownOf(performanceId)
  if (news.news === "watching" && news.of !== "line") {
    show(performanceId, withWatching(known, news.revision), 0)
  }
  if (news.news === "places-changed") show(performanceId, withNews(known, news))
  if (news.news === "places-unknown") show(performanceId, withLoss(known))
}

/** As long as the query lives: what is known goes when nobody has looked at the places for a while. */
const knownByQuery = new WeakMap<Query<Availability>, KnownPlaces>()

function queryOf(performanceId: string) {
  return queryClient.getQueryCache().find<Availability>({ queryKey: keyOf(performanceId) })
}

function knownOf(performanceId: string): KnownPlaces {
  const query = queryOf(performanceId)
  return (query && knownByQuery.get(query)) ?? NOTHING_KNOWN
}

function keep(performanceId: string, known: KnownPlaces) {
  const query = queryOf(performanceId)
  if (query !== undefined) knownByQuery.set(query, known)
}

function show(performanceId: string, known: KnownPlaces, readWithinMs = READ_AGAIN_WITHIN_MS) {
  const before = knownOf(performanceId)
  keep(performanceId, known)
  if (known.isBehind && !before.isBehind) catchUp(performanceId, readWithinMs)
  const shown = shownOf(known)
  if (shown !== undefined && shown !== shownOf(before)) {
    queryClient.setQueryData<Availability>(keyOf(performanceId), shown)
  }
}

function catchUp(performanceId: string, withinMs: number) {
  setTimeout(() => {
    if (knownOf(performanceId).isBehind) void readPlacesAnew(performanceId)
  }, Math.random() * withinMs)
}
