import type { Eta, RoomState } from "@podo/contract/waiting-room"

/** Pages far from the front ask about once a minute: 1,000 of them make fewer than 20 requests a second. */
const FAR_MS = 60_000
const NEAR_MS = 5_000

/** So near to the front, one asks more often also while nobody knows how long it takes. */
const NEXT_MAX = 50

type Asking = {
  state: RoomState
  ahead?: number | undefined
  now: number
  opensAt: number
  lobbyOpensAt: number
}

/** When to ask again, in ms: sooner the nearer something comes that one would not miss. */
export function askAgainMs({ state, ahead = 0, now, ...room }: Asking, eta?: Eta): number {
  const { opensAt, lobbyOpensAt } = room
  const within = (ms: number) => Math.round(Math.min(Math.max(ms, NEAR_MS), FAR_MS))
  switch (state) {
    case "closed":
      return lobbyOpensAt > now ? within(lobbyOpensAt - now) : FAR_MS
    case "lobby":
      return within(opensAt - now)
    case "waiting":
      if (eta) return within(eta.from * 1000)
      return ahead < NEXT_MAX ? FAR_MS / 4 : FAR_MS
    case "admitted":
      return FAR_MS / 2
    case "absent":
    case "sold-out":
      return FAR_MS
  }
}
