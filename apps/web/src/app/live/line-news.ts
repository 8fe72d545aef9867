import type { News } from "@podo/contract/live"
import type { LineFacts } from "@podo/contract/waiting-room"

const KINDS = [
  "line-moved",
  "admitted",
  "standing-changed",
  "sale-changed",
  "places-unknown",
  "watching",
] as const

/** `watching`: connected, or connected again, which may mean that something was missed. */
export type LineNews = Extract<News, { news: (typeof KINDS)[number] }>

const kinds: ReadonlySet<string> = new Set(KINDS)

export const isOfLine = (news: News): news is LineNews => kinds.has(news.news)

/** The part of such news that is for everybody alike. */
export function factsIn(news: Extract<LineNews, { news: "line-moved" }>): LineFacts {
  const { news: _, performanceId: __, ...facts } = news
  return facts
}

/** However many hear the same at the same moment: no more of them ask where they stand in any one ms. */
const ASKING_PER_MS = 1
const SPREAD_MS_MIN = 2_000
const SPREAD_MS_MAX = 60_000
/** A person who joins an empty line is let in at once, perhaps before they are told of it. */
const JOINED_SPREAD_MS = 500
/** An answer from so long before the news began is as old as a break. */
const OLD_MS = 5_000

type Known = {
  /** How old one's standing is; nothing where it has not been read yet. */
  ageMs: number | undefined
  /** Of one's standing, or out of the news before these. */
  facts: LineFacts | undefined
  random?: number
}

/**
 * In how many ms to ask again where one stands, after news that say no more than that it may be elsewhere. Nothing
 * where there is no need: facts and an older standing tell the rest.
 */
export function askStandingMs(news: LineNews, known: Known): number | undefined {
  const { ageMs, facts, random = Math.random() } = known
  const spreadMs = crowdSpreadMs(facts?.waiting ?? 0)
  switch (news.news) {
    case "admitted":
    case "standing-changed":
      return 0
    case "places-unknown":
    case "sale-changed":
      return random * spreadMs
    case "watching":
      // It may have changed between that answer and these news.
      if (ageMs === undefined) return undefined
      return random * (ageMs > OLD_MS ? spreadMs : JOINED_SPREAD_MS)
    case "line-moved":
      return facts && isAnother(facts, news) ? random * crowdSpreadMs(news.waiting) : undefined
  }
}

/** A line that began anew, opened or ended puts everybody elsewhere. */
const isAnother = (one: LineFacts, other: LineFacts) =>
  one.lineId !== other.lineId || one.phase !== other.phase

/** Over how many ms those spread their questions who learn the same at once. */
export const crowdSpreadMs = (waiting: number) =>
  Math.min(Math.max(SPREAD_MS_MIN, waiting / ASKING_PER_MS), SPREAD_MS_MAX)
