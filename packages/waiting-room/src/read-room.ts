import type { OfPerformance } from "@podo/contract/seating"
import { LineFacts, type Room } from "@podo/contract/waiting-room"
import type { Stores } from "@podo/stores/stores"
import { list } from "@podo/redis/script"
import { z } from "zod"
import { seedHashOf } from "./draw/draw-of.ts"
import readRoomLua from "./read-room.lua" with { type: "text" }
import { roomScript } from "./room-script.ts"
import { seedOf } from "./seeds.ts"
import { factsOf, instantOf } from "./standing.ts"

const readScript = roomScript(
  readRoomLua,
  LineFacts.extend({
    code: z.literal("ROOM"),
    left: list(z.int()),
    opensAt: z.number(),
    lobbyOpensAt: z.number(),
    hasDraw: z.boolean(),
  }),
)

/** A waiting room as anybody sees it. Refuses with NOT_FOUND. */
export async function readRoom(stores: Stores, { performanceId }: OfPerformance): Promise<Room> {
  const { opensAt, lobbyOpensAt, hasDraw, ...facts } = await readScript(stores, performanceId, [])
  const seed = await seedOf(stores, performanceId)
  return {
    ...factsOf(facts),
    lobbyOpensAt: instantOf(lobbyOpensAt),
    saleOpensAt: instantOf(opensAt),
    hasDraw,
    seedHash: hasDraw ? seedHashOf(seed) : null,
  }
}
