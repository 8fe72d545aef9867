import type { PerformanceId } from "@podo/contract/ids"
import { type Eta, LineFacts, RoomState, type Standing } from "@podo/contract/waiting-room"
import type { Stores } from "@podo/db/stores"
import { json, list } from "@podo/redis/script"
import { z } from "zod"
import { askAgainMs } from "./ask-again.ts"
import { seedHashOf } from "./draw/draw-of.ts"
import { etaOf } from "./eta.ts"
import { isSeedPublic, seedOf } from "./seeds.ts"

const MINUTE_MS = 60_000

/** What a tick counted lately: see tick-room.lua. */
const Counted = z.object({
  at: z.number(),
  admitted: z.int(),
  noShows: z.int(),
  cameOut: z.int(),
  inside: z.int(),
  since: z.number(),
  isWhole: z.boolean(),
})
type Counted = z.infer<typeof Counted>

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
  counted: json(Counted).optional(),
})
export type Stood = z.infer<typeof Stood>

/** What a person is told of where they stand. Refuses with NOT_FOUND. */
export async function tellStanding(
  stores: Stores,
  performanceId: PerformanceId,
  stood: Stood,
): Promise<Standing> {
  const seed = await seedOf(stores, performanceId)
  const hasDrawn = stood.hasDraw && stood.at >= stood.opensAt
  const isPublic = hasDrawn && (await isSeedPublic(stores, performanceId))
  return standingOf(stood, { seed, isPublic })
}

type Seed = { seed: string; isPublic: boolean }

function standingOf(stood: Stood, { seed, isPublic }: Seed): Standing {
  const { state, at: now, opensAt, lobbyOpensAt, hasDraw, ahead, admittedUntil } = stood
  const eta = etaIn(stood)
  return {
    ...factsOf(stood),
    state,
    lobbyOpensAt: instantOf(lobbyOpensAt),
    saleOpensAt: instantOf(opensAt),
    hasDraw,
    seedHash: hasDraw ? seedHashOf(seed) : null,
    ...(isPublic && { seed }),
    ...(ahead !== undefined && { ahead, position: ahead + 1 }),
    ...(eta && { etaSeconds: eta }),
    ...(admittedUntil !== undefined && {
      admittedUntil: instantOf(admittedUntil),
      admittedMs: Math.max(0, admittedUntil - now),
    }),
    askAgainMs: askAgainMs({ ...stood, now }, eta),
  }
}

/** So long after the last tick, or without one after the opening, no worker is there. */
const TICKS_STOPPED_MS = 15_000

/** Nobody knows how long it takes while nobody is let in: the room is paused, nothing is open, or no worker ticks. */
function etaIn({ state, ahead, paused, left, ...stood }: Stood): Eta | undefined {
  const isMoving = !paused && left.some((open) => open > 0)
  if (state !== "waiting" || ahead === undefined || !isMoving) return undefined
  const { at: now, opensAt, counted = nothingSince(opensAt) } = stood
  if (now - counted.at > TICKS_STOPPED_MS) return undefined
  const minutes = (now - counted.since) / MINUTE_MS
  const minutesOpen = counted.isWhole ? minutes : (now - opensAt) / MINUTE_MS
  return etaOf({
    ...stood,
    ahead,
    inside: counted.inside,
    minutesOpen,
    counted: { ...counted, minutes },
  })
}

/** Before the first tick. */
const nothingSince = (since: number): Counted => ({
  at: since,
  admitted: 0,
  noShows: 0,
  cameOut: 0,
  inside: 0,
  since,
  isWhole: true,
})

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
