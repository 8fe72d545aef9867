import type { Pool, PoolConnection } from "mysql2/promise"

const ATTEMPTS_MAX = 5
const BACKOFF_MS = 20
const DEADLOCK = 1213
const LOCK_WAIT = 1205

const isRetryable = (error: unknown) =>
  [DEADLOCK, LOCK_WAIT].includes((error as { errno?: number }).errno ?? 0)

/** One transaction on a connection of the pool, and again when it lost a deadlock. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (connection: PoolConnection) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, work)
    } catch (error) {
      if (!isRetryable(error) || attempt === ATTEMPTS_MAX) throw error
      await Bun.sleep(Math.random() * BACKOFF_MS * attempt)
    }
  }
}

async function once<Result>(pool: Pool, work: (connection: PoolConnection) => Promise<Result>) {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    const result = await work(connection)
    await connection.commit()
    return result
  } catch (error) {
    await connection.rollback()
    throw error
  } finally {
    connection.release()
  }
}
