import { useQuery } from "@tanstack/react-query"
import { useEffect, useEffectEvent, useRef } from "react"
import { refusalOf } from "../../app/api/refusals.ts"
import { serverNowMs } from "../../app/api/server-clock.ts"
import { queryClient, trpc } from "../../app/api/trpc.ts"
import { askStandingMs, crowdSpreadMs, factsIn, type LineNews } from "../../app/live/line-news.ts"
import { useLineNews, useWatchingLine } from "../../app/live/use-line-news.ts"
import type { KnownStanding } from "./ahead.ts"
import { askAgainMs } from "./asking.ts"
import { hearFacts, knownStanding, readStandingAnew, standingOptions } from "./standing-query.ts"

const AFTER_ERROR_MS = 8_000
/** An answer that has just been read need not be read again because somebody looks. */
const FRESH_MS = 3_000
/** After a pause new times are measured, for a whole line at once. */
const RESUMED_SPREAD_MS = 30_000
/** By then the server says so, too. */
const ENDED_MS = 300
// Browsers take a longer wait for none at all.
const WAIT_MAX_MS = 3_600_000

/**
 * Where this person stands, kept true by news of the line, and by asking where none come, rarely and never with
 * everybody else. Being asked or heard, they count as there. Used once for each line and tab.
 */
export function useStanding(performanceId: string) {
  const standing = useQuery({ ...standingOptions(performanceId), refetchOnMount: "always" })
  const { data: known, error, errorUpdatedAt } = standing
  const isHeard = useWatchingLine(performanceId)
  const askIn = useAskIn(performanceId)

  useLineNews(performanceId, (news) => hear(performanceId, news, askIn))
  useEffect(() => {
    if (known === undefined && error === null) return undefined
    const failed = AFTER_ERROR_MS * (1 + Math.random())
    const waitMs = error !== null || known === undefined ? failed : askAgainMs(known, { isHeard })
    const timer = setTimeout(() => void readStandingAnew(performanceId), waitMs)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- News come every second, and must not put it off.
  }, [performanceId, known?.answeredAtMs, known?.state, errorUpdatedAt, isHeard])
  useOpening(known, askIn)
  useAdmissionEnd(known, askIn)
  useComingBack(performanceId)
  useEffect(() => {
    // The room was closed for good, and the page of the performance is another one.
    if (refusalOf(error)?.code !== "NOT_FOUND") return
    void queryClient.invalidateQueries(trpc.catalog.event.pathFilter())
  }, [error])
  return standing
}

function hear(performanceId: string, news: LineNews, askIn: (waitMs: number) => void) {
  const known = knownStanding(performanceId)
  const ageMs = known && performance.now() - known.answeredAtMs
  const waitMs = askStandingMs(news, { ageMs, facts: known })
  if (news.news === "line-moved") {
    if (known?.paused === true && !news.paused) askIn(Math.random() * RESUMED_SPREAD_MS)
    hearFacts(performanceId, factsIn(news))
  }
  if (waitMs !== undefined) askIn(waitMs)
}

/** Asks once, as soon as anybody wanted. */
function useAskIn(performanceId: string) {
  const pending = useRef({
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    atMs: Infinity,
  })
  useEffect(() => {
    const asked = pending.current
    return () => clearTimeout(asked.timer)
  }, [])
  return (waitMs: number) => {
    const atMs = performance.now() + waitMs
    const asked = pending.current
    if (atMs >= asked.atMs) return
    clearTimeout(asked.timer)
    asked.atMs = atMs
    asked.timer = setTimeout(() => {
      asked.atMs = Infinity
      void readStandingAnew(performanceId)
    }, waitMs)
  }
}

/** The sale opens by the server's clock, also for who hears no news: all of a lobby ask, but not all at once. */
function useOpening(known: KnownStanding | undefined, askIn: (waitMs: number) => void) {
  const isInLobby = known?.state === "lobby"
  const ask = useEffectEvent(() => askIn(Math.random() * crowdSpreadMs(known?.waiting ?? 0)))
  useAtServerTime(isInLobby ? known.saleOpensAt : undefined, ask)
}

/** An admission that is over is a standing that nobody has told yet. */
function useAdmissionEnd(known: KnownStanding | undefined, askIn: (waitMs: number) => void) {
  const untilMs = known?.state === "admitted" ? known.admittedUntilMs : undefined
  const ask = useEffectEvent(() => askIn(0))
  useEffect(() => {
    if (untilMs === undefined) return undefined
    const timer = setTimeout(ask, Math.max(0, untilMs - performance.now()) + ENDED_MS)
    return () => clearTimeout(timer)
  }, [untilMs])
}

/** Calls once at a moment of the server's clock, if that is still to come. */
function useAtServerTime(instant: string | undefined, action: () => void) {
  const act = useEffectEvent(action)
  useEffect(() => {
    if (instant === undefined) return undefined
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      const leftMs = Date.parse(instant) - serverNowMs()
      if (leftMs <= 0) return act()
      timer = setTimeout(wait, Math.min(Math.ceil(leftMs), WAIT_MAX_MS))
    }
    if (Date.parse(instant) > serverNowMs()) wait()
    return () => clearTimeout(timer)
  }, [instant])
}

/** A person who looks again, or is out of the tunnel, sees at once what is true. */
function useComingBack(performanceId: string) {
  useEffect(() => {
    const look = () => {
      const known = knownStanding(performanceId)
      const isFresh = known && performance.now() - known.answeredAtMs < FRESH_MS
      if (document.visibilityState === "visible" && !isFresh) void readStandingAnew(performanceId)
    }
    addEventListener("online", look)
    addEventListener("focus", look)
    document.addEventListener("visibilitychange", look)
    return () => {
      removeEventListener("online", look)
      removeEventListener("focus", look)
      document.removeEventListener("visibilitychange", look)
    }
  }, [performanceId])
}
