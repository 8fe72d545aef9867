import type { News } from "@podo/contract/live"
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react"
import { live } from "./tab-connection.ts"

/** Hears what comes over this tab's connection, while somebody keeps it open. */
export function useNews(onNews: (news: News) => void) {
  const hear = useEffectEvent(onNews)
  useEffect(() => live().hear((news) => hear(news)), [])
}

/** Watches a performance's places; true while their news really come. */
export function useWatching(performanceId: string): boolean {
  useEffect(() => live().watch(performanceId), [performanceId])
  return useSyncExternalStore(onTurn, () => live().isWatching(performanceId))
}

/** Keeps the connection open for what concerns the person alone. */
export function useConnected(isNeeded: boolean) {
  useEffect(() => (isNeeded ? live().want() : undefined), [isNeeded])
}

const onTurn = (listener: () => void) => live().onTurn(listener)

/** Shorter breaks nobody has to know of. */
const AWAY_AFTER_MS = 5_000

/** True when news that are wanted have not come for a while. */
export function useIsLiveAway(): boolean {
  const isAway = useSyncExternalStore(onTurn, () => live().isAway())
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isAway) return undefined
    const timer = setTimeout(() => setLong(true), AWAY_AFTER_MS)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isAway])
  return isAway && isLong
}
