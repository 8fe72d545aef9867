import { z } from "zod"
import { Instant, PerformanceId } from "./ids.ts"
import { DRAW_HEX_DIGITS } from "./limits.ts"

/**
 * Where somebody stands. `absent`: not in the line; with a position they were passed over while away, and go to
 * the front as soon as they enter. `closed`: nobody can enter now. `sold-out`: nothing is left, and the line is over.
 */
export const RoomState = z.enum(["closed", "lobby", "waiting", "admitted", "absent", "sold-out"])
export type RoomState = z.infer<typeof RoomState>

/** `close`: the line ends. `keep`: it stays for places that come back. */
export const WhenSoldOut = z.enum(["close", "keep"])
export type WhenSoldOut = z.infer<typeof WhenSoldOut>

/** A SHA-256 or a seed: 64 hex digits. */
export const Hex256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The facts that everybody in a line is told alike, and anybody may know. */
export const LineFacts = z.object({
  /** When it was so, in ms by Redis' clock: of two, the later counts, in whatever order they come. */
  at: z.int(),
  /** Of the line. Another one: the line was lost and has begun anew, and everybody has to enter again. */
  lineId: z.string(),
  /** `lobby`: the sale opens later. `open`: people are let in. */
  phase: z.enum(["closed", "lobby", "open", "sold-out"]),
  /** People in the lobby or in the line. */
  waiting: z.int(),
  /**
   * How many have gone from the front of the line since it began. A page that knows how many are ahead at one count
   * knows it, or a little too many, at the next.
   */
  moved: z.int(),
  /** Open places by area, in the order of their first places. */
  left: z.array(z.int()),
  /** Admission is paused. */
  paused: z.boolean(),
  /** Entering has ended; people in line are still served. */
  draining: z.boolean(),
  /** The organizer's message to everybody; empty for none. */
  message: z.string(),
})
export type LineFacts = z.infer<typeof LineFacts>

/** A waiting room as anybody sees it. */
export const Room = LineFacts.extend({
  lobbyOpensAt: Instant,
  saleOpensAt: Instant,
  /** Places in the lobby are drawn; otherwise it is an order of arrival. */
  hasDraw: z.boolean(),
  /** SHA-256 of the draw's seed, as hex digits; null without a draw. */
  seedHash: Hex256.nullable(),
})
export type Room = z.infer<typeof Room>

/** In whole seconds from now. */
export const Eta = z.object({ from: z.int(), to: z.int() })
export type Eta = z.infer<typeof Eta>

/** Where the person who asks stands. */
export const Standing = Room.extend({
  state: RoomState,
  /** From 1. In a lobby with a draw nobody has one yet. */
  position: z.int().optional(),
  ahead: z.int().optional(),
  /** Out of admissions that were measured, or before there are any, of what the room allows. */
  etaSeconds: Eta.optional(),
  admittedUntil: Instant.optional(),
  /** The rest of the admission when the answer is written, for devices whose clock is wrong. */
  admittedMs: z.int().optional(),
  /** From the opening on. */
  seed: Hex256.optional(),
  /** When to ask again, for who hears no news; give or take a quarter, so that a crowd does not ask at once. */
  askAgainMs: z.int(),
})
export type Standing = z.infer<typeof Standing>

/** The draw as it is published. A value that is unknown before the opening is null. */
export const Draw = z.object({
  /** SHA-256 of `seed`, which is the text of its 64 hex digits. */
  seedHash: Hex256,
  seed: Hex256.nullable(),
  /** How many were in the lobby when the sale opened. */
  entrants: z.int().nullable(),
  /** SHA-256 of all draws in ascending order, each as 13 hex digits, with nothing between. */
  digest: Hex256.nullable(),
  sealedAt: Instant.nullable(),
  /** Pages of DRAWS_PER_PAGE draws, from 0. */
  pages: z.int(),
  /** The drawn place of the person who asks, from 1; null for who was not in the lobby at the opening. */
  mine: z.object({ place: z.int() }).nullable(),
})
export type Draw = z.infer<typeof Draw>

export const ReadDrawPage = z.object({ performanceId: PerformanceId, page: z.int().min(0) })
export type ReadDrawPage = z.infer<typeof ReadDrawPage>

/**
 * Draws in ascending order, 13 hex digits each, with nothing between. A draw is the first 52 bits of
 * HMAC-SHA256(seed, performanceId ":" userId): it says nothing of who drew it.
 */
export const DrawPage = z.object({
  draws: z.string().regex(new RegExp(`^(?:[0-9a-f]{${DRAW_HEX_DIGITS}})*$`)),
})
export type DrawPage = z.infer<typeof DrawPage>
