import { useMutation } from "@tanstack/react-query"
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react"
import { isPassing, refusalOf } from "../../app/api/refusals.ts"
import { serverNowMs } from "../../app/api/server-clock.ts"
import type { KnownStanding } from "./ahead.ts"
import { lobbySpreadMs } from "./asking.ts"
import { wayInOf } from "./entering.ts"
import { enterRoom } from "./standing-query.ts"

const TRIES_MAX = 8
/** Everybody whose line was lost comes back, over some seconds. */
const LOST_SPREAD_MS = 6_000
/** The page's clock may be a little ahead of the server's. */
const TOO_EARLY_MS = 400
const WAIT_MAX_MS = 3_600_000

type Entering = { performanceId: string; known: KnownStanding | undefined; hasBooked: boolean }

/** Takes a place, by itself where nobody would want to be asked first. */
export function useEntering({ performanceId, known, hasBooked }: Entering) {
  const entering = useMutation({
    mutationFn: () => enterRoom(performanceId),
    retry: (failures, error) => failures < TRIES_MAX && isWorthTrying(error),
    retryDelay: (failures, error) => retryAfterMs(error) ?? waitMsAfter(failures),
  })
  const { mutate, isPending, error } = entering
  const isVisible = useSyncExternalStore(onVisibility, () => document.visibilityState === "visible")
  const wayIn = known && !isPending && error === null ? wayInOf(known, hasBooked) : undefined
  // A person who was called while away is called again: this time they have to be there.
  const isAway = known?.position !== undefined && !isVisible
  const enterNow = useEffectEvent(() => mutate())
  const isLost = known?.isLost === true

  useEffect(() => {
    if (wayIn !== "now" || isAway) return undefined
    const timer = setTimeout(enterNow, isLost ? Math.random() * LOST_SPREAD_MS : 0)
    return () => clearTimeout(timer)
  }, [wayIn, isAway, isLost])
  useEffect(() => {
    if (!isVisible || error === null) return undefined
    const timer = setTimeout(entering.reset, waitMsAfter(TRIES_MAX))
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- Its reset never changes.
  }, [isVisible, error])
  useLobby(wayIn === "opening" ? known : undefined, mutate)

  return { enter: () => mutate(), isPending, error, hasToPress: wayIn === "press" }
}

/** At the opening of the lobby whoever is there goes in; a little later each time that it was too early. */
function useLobby(known: KnownStanding | undefined, enter: () => void) {
  const [tries, setTries] = useState(0)
  const goIn = useEffectEvent(() => {
    setTries(tries + 1)
    enter()
  })
  const { lobbyOpensAt, hasDraw = false } = known ?? {}
  useEffect(() => {
    if (lobbyOpensAt === undefined) return undefined
    const spreadMs =
      tries === 0 ? Math.random() * lobbySpreadMs(hasDraw) : TOO_EARLY_MS * 2 ** tries
    let timer: ReturnType<typeof setTimeout>
    const wait = (ms: number) => {
      timer = setTimeout(
        () => {
          const leftMs = Date.parse(lobbyOpensAt) + spreadMs - serverNowMs()
          if (leftMs > 0) return wait(leftMs)
          return goIn()
        },
        Math.min(Math.max(0, ms), WAIT_MAX_MS),
      )
    }
    const leftMs = Date.parse(lobbyOpensAt) - serverNowMs()
    wait(leftMs > 0 ? leftMs + spreadMs : spreadMs)
    return () => clearTimeout(timer)
  }, [lobbyOpensAt, hasDraw, tries])
}

function isWorthTrying(error: unknown): boolean {
  return isPassing(error) || refusalOf(error)?.code === "TOO_MANY_REQUESTS"
}

function retryAfterMs(error: unknown): number | undefined {
  const refusal = refusalOf(error)
  if (refusal?.code !== "TOO_MANY_REQUESTS" && refusal?.code !== "STORE_UNAVAILABLE") {
    return undefined
  }
  return refusal.retryAfterMs * (1 + Math.random() / 4)
}

const waitMsAfter = (failures: number) =>
  (0.5 + Math.random()) * Math.min(8_000, 500 * 2 ** failures)

function onVisibility(listener: () => void) {
  document.addEventListener("visibilitychange", listener)
  return () => document.removeEventListener("visibilitychange", listener)
}
