import { createPool, type Pool } from "mysql2/promise"

const IDS = "CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL"
const TABLE = "ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci"

// On the same server, with the same settings and the same kinds of ids and times as Podo's own tables.
const TABLES = [
  `CREATE TABLE lock_performance (id ${IDS}, booked INT UNSIGNED NOT NULL, PRIMARY KEY (id)) ${TABLE}`,
  `CREATE TABLE lock_booking (
    id ${IDS}, user_id ${IDS}, performance_id ${IDS}, place INT UNSIGNED NOT NULL,
    price INT UNSIGNED NOT NULL, booked_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id), UNIQUE KEY lock_booking_place (performance_id, place), KEY lock_booking_user (user_id)
  ) ${TABLE}`,
  `CREATE TABLE stock_day (id ${IDS}, remaining INT UNSIGNED NOT NULL, PRIMARY KEY (id)) ${TABLE}`,
  `CREATE TABLE stock_booking (
    id ${IDS}, user_id ${IDS}, day_id ${IDS}, quantity INT UNSIGNED NOT NULL,
    price INT UNSIGNED NOT NULL, booked_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id), KEY stock_booking_day (day_id), KEY stock_booking_user (user_id)
  ) ${TABLE}`,
]

type Facts = { version: string; flushes: number; doublewrite: string | number }

const FACTS =
  "SELECT VERSION() AS version, @@innodb_flush_log_at_trx_commit AS flushes, @@innodb_doublewrite AS doublewrite"

const DATABASE = "ways"

/** The address of the database that the other ways have for themselves. */
export function waysUrl(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  url.pathname = `/${DATABASE}`
  return url.href
}

/** Makes the tables of the other ways, and fills and counts them from outside. */
export async function openTables(databaseUrl: string) {
  const server = createPool({ uri: databaseUrl, connectionLimit: 1 })
  await server.query(`CREATE DATABASE ${DATABASE}`)
  await server.end()
  const pool: Pool = createPool({ uri: waysUrl(databaseUrl), connectionLimit: 1 })
  for (const table of TABLES) await pool.query(table)
  const countOf = async (statement: string, ids: string[]) => {
    const [[row]] = (await pool.query(statement, [ids])) as unknown as [[{ count: number }]]
    return row.count
  }
  return {
    open: async (performanceId: string, capacity: number) => {
      await pool.query("INSERT INTO lock_performance VALUES (?, 0)", [performanceId])
      await pool.query("INSERT INTO stock_day VALUES (?, ?)", [performanceId, capacity])
    },
    /** Bookings of these performances, and what the counters say of them. */
    count: async (ids: string[]) => ({
      lock: await countOf(
        "SELECT COUNT(*) AS count FROM lock_booking WHERE performance_id IN (?)",
        ids,
      ),
      stock: await countOf(
        "SELECT CAST(COALESCE(SUM(quantity), 0) AS SIGNED) AS count FROM stock_booking WHERE day_id IN (?)",
        ids,
      ),
    }),
    /** The settings of the server that decide how fast it may be. */
    readFacts: async () => {
      const [[row]] = (await pool.query(FACTS)) as unknown as [[Facts]]
      return row
    },
    close: () => pool.end(),
  }
}
