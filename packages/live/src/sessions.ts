import { listEndedSessions } from "@podo/accounts/list-ended-sessions"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import type { Stores } from "@podo/stores/stores"
import type { Connections } from "./connections.ts"
import { isAway } from "./follow-feed.ts"

/** For what was not told: a session that expired by itself, a message that was lost. */
const CHECK_MS = 30_000
/** Longer than it takes to open a connection with a session that was good when it was looked up. */
const REMEMBERED_MS = 10_000

/** Closes the connections of sessions that have ended. */
export function watchSessions(stores: Stores, connections: Connections) {
  const endedUntil = new Map<string, number>()
  let timer: Timer | undefined
  let hasStopped = false

  function end(key: string) {
    for (const { socket } of connections.bySession.get(key) ?? []) {
      socket.close(LIVE_CLOSED.sessionEnded, "the session has ended")
    }
  }

  async function check() {
    const now = performance.now()
    for (const [key, until] of endedUntil) if (until < now) endedUntil.delete(key)
    await endThoseThatEnded(stores, connections, end)
    // Another check may have come to its end meanwhile.
    clearTimeout(timer)
    if (hasStopped) return
    timer = setTimeout(() => void check(), CHECK_MS * (0.75 + Math.random() / 2))
  }

  timer = setTimeout(() => void check(), CHECK_MS)
  return {
    /** It has ended, as another process or this one said. */
    end: (key: string) => {
      endedUntil.set(key, performance.now() + REMEMBERED_MS)
      end(key)
    },
    /** A look-up that began just before it ended may bring it now. */
    hasEnded: (key: string) => (endedUntil.get(key) ?? 0) > performance.now(),
    /** Messages may have been missed. */
    check: () => void check(),
    stop: () => {
      hasStopped = true
      clearTimeout(timer)
    },
  }
}

async function endThoseThatEnded(
  stores: Stores,
  { bySession }: Connections,
  end: (key: string) => void,
) {
  const keys = new Map(
    [...bySession].flatMap(([key, [connection]]) => {
      const session = connection?.listener.session
      return session ? [[session.sessionId, key] as const] : []
    }),
  )
  try {
    const ended = await listEndedSessions(stores.db, [...keys.keys()])
    for (const sessionId of ended) end(keys.get(sessionId) ?? "")
  } catch (error) {
    // MySQL is away: as far as is known, nothing has ended.
    if (!isAway(error)) stores.onDefect(error, "checking the sessions of live connections")
  }
}
