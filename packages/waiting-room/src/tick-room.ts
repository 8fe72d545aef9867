import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { z } from "zod"
import { roomScript } from "./room-script.ts"
import tickRoomLua from "./tick-room.lua" with { type: "text" }

/**
 * Presence: a person not seen for so long is passed over in their turn. It is longer than any page waits before it asks
 * again, twice (askAgainMs).
 */
export const PRESENT_MS = 150_000

const Ticked = z.object({
  code: z.literal("TICKED"),
  admitted: z.int(),
  noShows: z.int(),
  expired: z.int(),
  inside: z.int(),
  waiting: z.int(),
})
export type Ticked = z.infer<typeof Ticked>

const tickScript = roomScript(tickRoomLua, Ticked)

/** Ends admissions that are over, and lets in who may go in now. Refuses with NOT_FOUND. */
export async function tickRoom(stores: Stores, performanceId: PerformanceId): Promise<Ticked> {
  return tickScript(stores, performanceId, [PRESENT_MS])
}
