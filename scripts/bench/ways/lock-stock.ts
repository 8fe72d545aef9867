import type { Pool, RowDataPacket } from "mysql2/promise"
import type { Booked } from "./lock-seat.ts"
import { inTransaction } from "./transaction.ts"

const PRICE = 50_000

type Wish = { bookingId: string; performanceId: string; quantity: number }

/**
 * The second usual way: one transaction locks the stock of the day, checks it, takes from it and books.
 * Nothing when too little is left.
 */
export async function bookByStock(
  pool: Pool,
  userId: string,
  { bookingId, performanceId, quantity }: Wish,
): Promise<Booked | undefined> {
  return inTransaction(pool, async (connection) => {
    const [[stock]] = await connection.execute<RowDataPacket[]>(
      "SELECT remaining FROM stock_day WHERE id = ? FOR UPDATE",
      [performanceId],
    )
    if (!stock || stock["remaining"] < quantity) return undefined
    await connection.execute("UPDATE stock_day SET remaining = remaining - ? WHERE id = ?", [
      quantity,
      performanceId,
    ])
    const bookedAt = new Date()
    await connection.execute(
      "INSERT INTO stock_booking (id, user_id, day_id, quantity, price, booked_at) VALUES (?, ?, ?, ?, ?, ?)",
      [bookingId, userId, performanceId, quantity, PRICE, bookedAt],
    )
    return { bookingId, bookedAt: bookedAt.toISOString() }
  })
}
