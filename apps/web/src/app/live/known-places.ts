import type { News } from "@podo/contract/live"
import { isOlder, placesIn } from "@podo/contract/live-wire"
import type { Availability } from "@podo/contract/seating"

export type PlacesChanged = Extract<News, { news: "places-changed" }>

/** The state of a place in an answer to this page, before any news or map had it. */
type Note = { place: number; state: string; turn: number }

/** The places of a performance as a page knows them, put together from answers, news and its own actions. */
export type KnownPlaces = {
  /** As the server has told them. Undefined before the first answer. */
  told: Availability | undefined
  notes: readonly Note[]
  /** News that cannot be made sense of before the places are read again. */
  waiting: readonly PlacesChanged[]
  /** News come of everything after this revision. */
  newsAfter: string | undefined
  /** Something was missed: the places have to be read again. */
  isBehind: boolean
  /** Counts notes and losses: orders them and the questions that this page has asked. */
  turn: number
  /** A question from before this turn may be answered with what is not true any more. */
  lostAt: number
}

/** A question under way: what was known when it was asked. */
export type Question = { revision: string | undefined; turn: number }

export const NOTHING_KNOWN: KnownPlaces = {
  told: undefined,
  notes: [],
  waiting: [],
  newsAfter: undefined,
  isBehind: false,
  turn: 0,
  lostAt: 0,
}

/** The server's fallback while Redis is away: the sold places, no holds. */
const REVISION_WITHOUT_REDIS = "0-0"
/** More than come while one answer is under way. */
const WAITING_MAX = 600

/** Whether another answer could be better: not while the server's own memory is away. */
export function isWorthAskingAgain({ isBehind, told }: KnownPlaces): boolean {
  return isBehind && told?.revision !== REVISION_WITHOUT_REDIS
}

export function questionOf({ told, turn }: KnownPlaces): Question {
  return { revision: told?.revision, turn }
}

/** The map to be shown. The same object as long as nothing has changed. */
export function shownOf({ told, notes }: KnownPlaces): Availability | undefined {
  if (told === undefined || notes.length === 0) return told
  return { ...told, places: withStates(told.places, notes) }
}

/** An answer never overwrites what is newer: neither news nor what this page has done since it asked. */
export function withAnswer(
  known: KnownPlaces,
  question: Question,
  answer: Availability,
): KnownPlaces {
  if (!isWorthMore(known, question, answer)) return known
  const { newsAfter, lostAt, waiting } = known
  const isOld = question.turn < lostAt || isOlder(answer.revision, newsAfter ?? answer.revision)
  const base = {
    ...known,
    told: answer,
    notes: known.notes.filter(({ turn }) => turn > question.turn),
    waiting: [],
    isBehind: isOld,
  }
  return waiting.reduce(withNews, base)
}

function isWorthMore({ told, lostAt }: KnownPlaces, question: Question, answer: Availability) {
  if (told === undefined) return true
  if (question.turn < lostAt) return false
  if (!isOlder(answer.revision, told.revision)) return true
  // Older than what was known when it was asked for: it is the server that has forgotten.
  const hasForgotten = isOlder(answer.revision, question.revision ?? answer.revision)
  return hasForgotten && answer.revision !== REVISION_WITHOUT_REDIS
}

/**
 * News come from now on, of everything after the revision. A page that knows another one has missed something, or
 * knows what the server has forgotten.
 */
export function withWatching(known: KnownPlaces, revision: string): KnownPlaces {
  const { told } = known
  const isElsewhere = told !== undefined && told.revision !== revision
  // News of an earlier connection end where nobody knows what comes next.
  return { ...(isElsewhere ? withLoss(known) : known), newsAfter: revision, waiting: [] }
}

/** The changes are unknown. Known places stay to be seen until the next answer. */
export function withLoss(known: KnownPlaces): KnownPlaces {
  const turn = known.turn + 1
  // Whatever is answered from now on is newer than where the news go on.
  return { ...known, turn, lostAt: turn, newsAfter: undefined, waiting: [], isBehind: true }
}

export function withNews(known: KnownPlaces, news: PlacesChanged): KnownPlaces {
  const { told, waiting, notes } = known
  if (told === undefined || known.isBehind) {
    return { ...known, waiting: [...waiting, news].slice(-WAITING_MAX) }
  }
  if (!isOlder(told.revision, news.revision)) return known
  if (isOlder(told.revision, news.after)) return { ...known, isBehind: true, waiting: [news] }
  const changes = changesIn(news)
  const named = new Set(notes.length === 0 ? [] : changes.map(({ place }) => place))
  return {
    ...known,
    told: { revision: news.revision, places: withStates(told.places, changes) },
    // The server's word on a place ends what the page thought of it.
    notes: notes.filter(({ place }) => !named.has(place)),
  }
}

/** An answer told what has become of some places, without a revision: true until the server says more. */
export function withNotes(
  known: KnownPlaces,
  places: readonly number[],
  state: string,
): KnownPlaces {
  const turn = known.turn + 1
  const isNoted = new Set(places)
  const others = known.notes.filter(({ place }) => !isNoted.has(place))
  const fresh = places
    .filter((place) => known.told?.places[place] !== state)
    .map((place) => ({ place, state, turn }))
  return { ...known, turn, notes: [...others, ...fresh] }
}

type PlaceState = { place: number; state: string }

function changesIn({ changes }: PlacesChanged): PlaceState[] {
  return Object.entries(changes).flatMap(([state, gaps]) =>
    placesIn(gaps).map((place) => ({ place, state })),
  )
}

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()]

/** One new string, whatever the number of changes: a hall of 50,000 places takes some microseconds. */
function withStates(places: string, changes: readonly PlaceState[]): string {
  const bytes = encoder.encode(places)
  for (const { place, state } of changes) bytes[place] = state.charCodeAt(0)
  return decoder.decode(bytes)
}
