import {
  CamelCasePlugin,
  Kysely,
  MysqlDialect,
  type Transaction as KyselyTransaction,
} from "kysely"
import { createPool } from "mysql2"
import type { Schema } from "./schema.ts"

export type Database = Kysely<Schema>
export type Transaction = KyselyTransaction<Schema>

const CONNECTIONS = 20
const CONNECT_TIMEOUT_MS = 5_000

// UTC, the strictest mode that MySQL 8.4+ and MariaDB 10.11+ have in common, and read committed.
const sessionSettings = [
  "SET time_zone = '+00:00', innodb_lock_wait_timeout = 10, sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
  "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
]

/** @param url mysql://user:password@host:port/database, or `?socketPath=/…` for a Unix socket. */
export function connectDatabase(url: string): Database {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const socketPath = searchParams.get("socketPath")
  const pool = createPool({
    ...(socketPath ? { socketPath } : { host: hostname, port: Number(port || 3306) }),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
    charset: "utf8mb4",
    connectionLimit: CONNECTIONS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    timezone: "Z",
    supportBigNumbers: true,
    jsonStrings: false,
    // BOOLEAN is TINYINT(1) on the wire.
    typeCast: (field, next) =>
      field.type === "TINY" && field.length === 1 ? field.string() === "1" : next(),
  })
  pool.on("connection", (connection) => {
    // A connection that fails here fails its first query as well, which reports it.
    for (const setting of sessionSettings) connection.query(setting, () => {})
  })
  return new Kysely<Schema>({
    dialect: new MysqlDialect({ pool }),
    plugins: [new CamelCasePlugin()],
  })
}
