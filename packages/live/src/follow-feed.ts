import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { databaseIsAway } from "@podo/db/errors"
import type { Stores } from "@podo/stores/stores"
import { redisIsAway } from "@podo/redis/connect"
import { type FeedNews, readFeed, readRevision } from "@podo/seating/read-feed"

/** The bell may be silent for so long after a ring (RING_MS in changes.lua), and a little for the way. */
const SILENT_MS = 30
/** The longest wait, give or take a little, for what a lost ring would have told. */
const LOOK_MS = 1_000
/** How soon to look again at a Redis that is away. */
const RETRY_MS = 250

const COALESCE_MS_MIN = 50
const COALESCE_MS_MAX = 500
/** So that the frames of a second, times their readers, stay within what a part of a core can send. */
const READERS_PER_COALESCE_MS = 20

/** For how long changes gather before so many are told of them. */
const coalesceMs = (readers: number) =>
  Math.min(Math.max(COALESCE_MS_MIN, readers / READERS_PER_COALESCE_MS), COALESCE_MS_MAX)

type Following = {
  performanceId: PerformanceId
  /** Where to begin: as readRevision says. */
  revision: string
  readers: () => number
  /** `waitedMs`: for how long the oldest of it has waited. */
  onNews: (news: FeedNews, waitedMs: number) => void
  /** Something may have been missed. The next news are told after this revision. */
  onGap: (revision: string) => void
  /** There is no such performance any more. */
  onGone: () => void
}

export type Followed = {
  /** The feed has something new. */
  ring: () => void
  stop: () => void
}

/**
 * Tells what a performance's feed has to say, some of it at a time: soon after a ring when it was quiet, and then no
 * more often than changes may gather. One look comes after the other, never two at once.
 */
export function followFeed(stores: Stores, following: Following): Followed {
  const tail = {
    revision: following.revision,
    /** The last look failed: what happened meanwhile is not known. */
    isUnsure: false,
    hasStopped: false,
    /** When the oldest ring came that no look has answered yet. */
    waitsSince: undefined as number | undefined,
  }
  const clock = openClock(following.readers, async () => catchUp(stores, following, tail))
  return {
    ring: () => {
      tail.waitsSince ??= performance.now()
      clock.ring()
    },
    stop: () => {
      tail.hasStopped = true
      clock.stop()
    },
  }
}

type Tail = {
  revision: string
  isUnsure: boolean
  hasStopped: boolean
  waitsSince: number | undefined
}

/** Says in how many ms to look again at the latest. */
async function catchUp(stores: Stores, following: Following, tail: Tail): Promise<number> {
  const { performanceId, onNews, onGap, onGone } = following
  const since = tail.waitsSince
  tail.waitsSince = undefined
  try {
    const news = tail.isUnsure ? undefined : await readFeed(stores, performanceId, tail.revision)
    const revision = news?.revision ?? (await readRevision(stores, performanceId))
    tail.isUnsure = false
    const isNew = revision !== tail.revision
    tail.revision = revision
    if (tail.hasStopped) return LOOK_MS
    if (!news) onGap(revision)
    else if (isNew) onNews(news, since === undefined ? 0 : performance.now() - since)
    return jittered(LOOK_MS)
  } catch (error) {
    tail.isUnsure = true
    if (isGone(error)) onGone()
    else if (!isAway(error)) stores.onDefect(error, "following a performance's feed")
    return jittered(RETRY_MS)
  }
}

/** Decides when to look: once in a while by itself, sooner after a ring. */
function openClock(readers: () => number, look: () => Promise<number>) {
  let isLooking = false
  let hasStopped = false
  let lookedAt = -Infinity
  let rangAt = -Infinity
  let dueAt = Infinity
  let timer: Timer | undefined
  const lookBy = (at: number) => {
    if (at >= dueAt) return
    dueAt = at
    if (!isLooking) setTimer()
  }
  const setTimer = () => {
    clearTimeout(timer)
    if (hasStopped) return
    timer = setTimeout(() => void begin(), Math.max(0, dueAt - performance.now()))
  }
  const begin = async () => {
    isLooking = true
    lookedAt = performance.now()
    // A change in the silence after a ring is told by no other: a look within it is not the last.
    dueAt = lookedAt - rangAt < SILENT_MS ? lookedAt + coalesceMs(readers()) : Infinity
    const againMs = await look()
    isLooking = false
    dueAt = Math.min(dueAt, performance.now() + againMs)
    setTimer()
  }
  lookBy(performance.now() + COALESCE_MS_MIN)
  return {
    ring: () => {
      rangAt = performance.now()
      lookBy(Math.max(rangAt + COALESCE_MS_MIN, lookedAt + coalesceMs(readers())))
    },
    stop: () => {
      hasStopped = true
      clearTimeout(timer)
    },
  }
}

/** A quarter more or less: many that began together must not stay together. */
const jittered = (ms: number) => ms * (0.75 + Math.random() / 2)

const isGone = (error: unknown) => error instanceof Refused && error.refusal.code === "NOT_FOUND"

/** A store that is away is told of by whoever watches over it; here it is something to wait for. */
export const isAway = (error: unknown) =>
  error instanceof Refused || redisIsAway(error) || databaseIsAway(error)
