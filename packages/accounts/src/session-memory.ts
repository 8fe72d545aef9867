import type { Session } from "./session.ts"

/** Long enough for whoever presses again at once, and well within the second after which an ended session is refused. */
export const REMEMBERED_MS = 500
const SESSIONS_MAX = 20_000

/** The sessions that Redis knew a moment ago, in this process alone. */
export type SessionMemory = {
  recall: (token: string, now: number) => Session | undefined
  /** `askedAt` is when Redis was asked: an answer that took long is old already. */
  keep: (session: Session, askedAt: number) => void
  /** Keeps what is found, and lets whoever comes meanwhile wait for the same, as long as it would be kept. */
  keepFound: (
    token: string,
    now: number,
    find: () => Promise<Session | null>,
  ) => Promise<Session | null>
  forget: (tokens: string[]) => void
}

export function openSessionMemory(): SessionMemory {
  const kept = new Map<string, { session: Session; until: number }>()
  const finding = new Map<string, { found: Promise<Session | null>; until: number }>()

  function keep(session: Session, askedAt: number) {
    // A person who is still there is soon known again.
    if (kept.size >= SESSIONS_MAX) kept.clear()
    const until = Math.min(askedAt + REMEMBERED_MS, session.expiresAt)
    kept.set(session.token, { session, until })
  }

  return {
    recall: (token, now) => {
      const known = kept.get(token)
      return known && now < known.until ? known.session : undefined
    },
    keep,
    keepFound: async (token, now, find) => {
      const underWay = finding.get(token)
      if (underWay && now < underWay.until) return underWay.found
      const ours = { found: find(), until: now + REMEMBERED_MS }
      finding.set(token, ours)
      // Not what is to be forgotten since, nor what somebody else has asked for anew.
      const isWanted = () => finding.get(token) === ours
      try {
        const session = await ours.found
        if (session && isWanted()) keep(session, now)
        return session
      } finally {
        if (isWanted()) finding.delete(token)
      }
    },
    forget: (tokens) => {
      for (const token of tokens) {
        kept.delete(token)
        finding.delete(token)
      }
    },
  }
}
