import type { Session } from "./find-session.ts"

/** Long enough for whoever presses again at once, and well within the second after which an ended session is refused. */
export const REMEMBERED_MS = 500
const SESSIONS_MAX = 20_000

/** What Redis said of sessions a moment ago, in this process alone. */
export type SessionMemory = {
  recall: (token: string, now: number) => Session | undefined
  /** `askedAt` is when Redis was asked: an answer that took long is old already. */
  keep: (session: Session, askedAt: number) => void
  forget: (tokens: string[]) => void
}

export function openSessionMemory(): SessionMemory {
  const kept = new Map<string, { session: Session; until: number }>()
  return {
    recall: (token, now) => {
      const known = kept.get(token)
      return known && now < known.until ? known.session : undefined
    },
    keep: (session, askedAt) => {
      // Whoever is still there is soon known again.
      if (kept.size >= SESSIONS_MAX) kept.clear()
      const until = Math.min(askedAt + REMEMBERED_MS, session.expiresAt)
      kept.set(session.token, { session, until })
    },
    forget: (tokens) => {
      for (const token of tokens) kept.delete(token)
    },
  }
}
