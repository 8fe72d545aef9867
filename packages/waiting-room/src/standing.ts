import { LineFacts, RoomState, type Standing } from "@podo/contract/waiting-room"
import { list } from "@podo/redis/script"
import { z } from "zod"
import { askAgainMs } from "./ask-again.ts"
import { seedHashOf } from "./draw/draw-of.ts"
import { etaOf } from "./eta.ts"

/** What read-standing.lua replies. */
export const Stood = LineFacts.extend({
  code: z.literal("STANDING"),
  state: RoomState,
  left: list(z.int()),
  ahead: z.int().optional(),
  admittedUntil: z.number().optional(),
  opensAt: z.number(),
  lobbyOpensAt: z.number(),
  hasDraw: z.boolean(),
  capacity: z.number(),
  perMinute: z.number(),
  admissionMs: z.number(),
  movedLately: z.array(z.number()),
})
export type Stood = z.infer<typeof Stood>

/** What a person is told of where they stand. */
export function standingOf(stood: Stood, seed: string): Standing {
  const { state, at: now, opensAt, lobbyOpensAt, hasDraw, ahead, admittedUntil } = stood
  const isWaiting = state === "waiting" && ahead !== undefined && !stood.paused
  const eta = isWaiting ? etaOf({ ...stood, now, ahead }) : undefined
  return {
    ...factsOf(stood),
    state,
    lobbyOpensAt: instantOf(lobbyOpensAt),
    saleOpensAt: instantOf(opensAt),
    hasDraw,
    seedHash: hasDraw ? seedHashOf(seed) : null,
    ...(hasDraw && now >= opensAt && { seed }),
    ...(ahead !== undefined && { ahead, position: ahead + 1 }),
    ...(eta && { etaSeconds: eta }),
    ...(admittedUntil !== undefined && {
      admittedUntil: instantOf(admittedUntil),
      admittedMs: Math.max(0, admittedUntil - now),
    }),
    askAgainMs: askAgainMs({ ...stood, now }, eta),
  }
}

export const factsOf = (facts: LineFacts): LineFacts => ({
  at: facts.at,
  lineId: facts.lineId,
  phase: facts.phase,
  waiting: facts.waiting,
  moved: facts.moved,
  left: facts.left,
  paused: facts.paused,
  draining: facts.draining,
  message: facts.message,
})

export const instantOf = (ms: number) => new Date(ms).toISOString()
