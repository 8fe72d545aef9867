import type { DeskProblem } from "@podo/contract/desk-problems"
import { LOBBY_HOURS_MAX } from "@podo/contract/limits"

const HOUR_MS = 3_600_000

/** When people may come, and when they are let in. */
type LobbyTimes = { lobbyOpensAt: Date; saleOpensAt: Date }

/** A lobby is there before its sale, and not for ever: what is wrong with these times, if anything. */
export function lobbyProblemOf({ lobbyOpensAt, saleOpensAt }: LobbyTimes): DeskProblem | null {
  const aheadMs = saleOpensAt.getTime() - lobbyOpensAt.getTime()
  if (aheadMs < 0) return "lobby-after-opening"
  return aheadMs > LOBBY_HOURS_MAX * HOUR_MS ? "lobby-too-early" : null
}
