import type { PerformanceId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { reconcileRoom } from "./reconcile-room.ts"
import { roomFieldsOf } from "./load-room.ts"
import { findRoom } from "./rooms.queries.ts"

/** A term of a room that Redis has wrong. */
export type RoomDrift = {
  store: "redis"
  what: "room"
  field: string
  said: string | null
  meant: string
}

/** The differences of a room between Redis and MySQL. Where Redis knows none, it asks before it lets anybody in. */
export async function driftOfRoom(
  { db, redis }: Stores,
  performanceId: PerformanceId,
): Promise<RoomDrift[]> {
  const [row, terms] = await Promise.all([
    findRoom(db, performanceId),
    redis.hgetall(keysOfPerformance(performanceId).room),
  ])
  if (!row || Object.keys(terms).length === 0) return []
  return Object.entries(roomFieldsOf(row)).flatMap(([field, value]) => {
    const [said, meant] = [terms[field] ?? null, String(value)]
    return said === meant ? [] : [{ store: "redis", what: "room", field, said, meant } as const]
  })
}

/** Makes Redis say what MySQL says, also where it believes to know newer terms. The line stays as it is. */
export async function repairRoom(stores: Stores, performanceId: PerformanceId): Promise<void> {
  await stores.redis.unlink(keysOfPerformance(performanceId).room)
  await reconcileRoom(stores, performanceId)
}
