import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { performanceScript } from "@podo/seating/performance-script"
import { z } from "zod"
import { findRoom } from "./rooms.queries.ts"
import setRoomLua from "./set-room.lua" with { type: "text" }

type RoomRow = NonNullable<Awaited<ReturnType<typeof findRoom>>>

const setScript = performanceScript(setRoomLua, z.object({ code: z.enum(["SET", "KEPT"]) }))

/** Makes Redis say of a room's terms what MySQL says, unless it knows newer ones. Refuses with NOT_FOUND. */
export async function loadRoom(stores: Stores, performanceId: PerformanceId): Promise<void> {
  const row = await findRoom(stores.db, performanceId)
  if (!row) throw new Refused({ code: "NOT_FOUND", what: "waiting-room" })
  await setScript(stores.redis, performanceId, [row.version, JSON.stringify(roomFieldsOf(row))])
}

/** The hash `room`, as room.lua tells of it. */
export const roomFieldsOf = (row: RoomRow): Record<string, string | number> => ({
  lobbyOpensAt: row.lobbyOpensAt.getTime(),
  hasDraw: Number(row.hasDraw),
  capacity: row.capacity,
  perMinute: row.perMinute,
  admissionMs: row.admissionSeconds * 1000,
  whenSoldOut: row.whenSoldOut,
  paused: Number(row.paused),
  draining: Number(row.draining),
  message: row.message,
  version: row.version,
})
