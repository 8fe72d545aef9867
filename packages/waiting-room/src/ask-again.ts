import type { Eta, RoomState } from "@podo/contract/waiting-room"

/** Whoever is far from the front asks about once a minute: 1,000 of them make fewer than 20 requests a second. */
const FAR_MS = 60_000
const NEAR_MS = 5_000

type Asking = { state: RoomState; now: number; opensAt: number; lobbyOpensAt: number }

/** When to ask again, in ms: sooner the nearer something comes that one would not miss. */
export function askAgainMs({ state, now, opensAt, lobbyOpensAt }: Asking, eta?: Eta): number {
  const within = (ms: number) => Math.round(Math.min(Math.max(ms, NEAR_MS), FAR_MS))
  switch (state) {
    case "closed":
      return lobbyOpensAt > now ? within(lobbyOpensAt - now) : FAR_MS
    case "lobby":
      return within(opensAt - now)
    case "waiting":
      return eta ? within((eta.from * 1000) / 2) : FAR_MS / 4
    case "admitted":
      return FAR_MS / 2
    case "absent":
    case "sold-out":
      return FAR_MS
  }
}
