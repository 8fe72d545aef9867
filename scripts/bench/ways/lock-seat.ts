import type { Redis } from "@podo/redis/connect"
import type { Pool, RowDataPacket } from "mysql2/promise"
import { inTransaction } from "./transaction.ts"

export type Wish = { bookingId: string; performanceId: string; place: number }
export type Booked = { bookingId: string; bookedAt: string }

const LOCK_MS = 5_000
const PRICE = 50_000
/** Gives a lock back if it is still ours. */
const UNLOCK =
  "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"

/**
 * The first usual way: a lock of the seat in Redis keeps rivals out while one transaction checks the seat, books it
 * and counts it. Nothing when somebody else has the seat.
 */
export async function bookByLock(
  { pool, redis }: { pool: Pool; redis: Redis },
  userId: string,
  { bookingId, performanceId, place }: Wish,
): Promise<Booked | undefined> {
  const lock = `seat-lock:${performanceId}:${place}`
  const token = crypto.randomUUID()
  if ((await redis.set(lock, token, "PX", LOCK_MS, "NX")) === null) return undefined
  try {
    return await inTransaction(pool, async (connection) => {
      const [taken] = await connection.execute<RowDataPacket[]>(
        "SELECT id FROM lock_booking WHERE performance_id = ? AND place = ?",
        [performanceId, place],
      )
      if (taken.length > 0) return undefined
      const bookedAt = new Date()
      await connection.execute(
        "INSERT INTO lock_booking (id, user_id, performance_id, place, price, booked_at) VALUES (?, ?, ?, ?, ?, ?)",
        [bookingId, userId, performanceId, place, PRICE, bookedAt],
      )
      // Last, for everybody else waits for this row until the commit.
      await connection.execute("UPDATE lock_performance SET booked = booked + 1 WHERE id = ?", [
        performanceId,
      ])
      return { bookingId, bookedAt: bookedAt.toISOString() }
    })
  } finally {
    await redis.eval(UNLOCK, 1, lock, token)
  }
}
