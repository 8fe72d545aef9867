import { CamelCasePlugin, Kysely, sql, type Transaction as KyselyTransaction } from "kysely"
import { type Connection, type ConnectionOptions, createConnection } from "mysql2"
import { dialectOf } from "./dialect.ts"
import { codeOf } from "./errors.ts"
import { forTools, type Patience } from "./patience.ts"
import { lending, type Pool } from "./pool.ts"
import type { Schema } from "../schema/schema.ts"

export type Database = Kysely<Schema>
export type Transaction = KyselyTransaction<Schema>

const CONNECTIONS = 20
const BATCH_CONNECTIONS = 8
const CONNECT_MS_MAX = 5_000
const PROBE_MS = 10_000
const KEEP_ALIVE_MS = 10_000

// UTC, the strictest mode that MySQL 8.4+ and MariaDB 10.11+ have in common, and read committed.
const sessionSettings = ({ lockWaitSeconds }: Patience) => [
  `SET time_zone = '+00:00', innodb_lock_wait_timeout = ${lockWaitSeconds}, sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
  "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
]

/** @param url mysql://user:password@host:port/database, or `?socketPath=/…` for a Unix socket. */
export function connectDatabase(url: string, patience: Patience = forTools): Database {
  return new Kysely<Schema>({
    dialect: dialectOf(openPool(url, { connections: CONNECTIONS, patience })),
    plugins: [new CamelCasePlugin()],
  })
}

/** Resolves when the server has answered. */
export const pingDatabase = async (db: Database): Promise<void> =>
  void (await sql`SELECT 1`.execute(db))

/** Connections that take several statements at once, for batches: see batch-pool.ts. */
export const connectBatches = (url: string, patience: Patience): Pool =>
  openPool(url, { connections: BATCH_CONNECTIONS, patience, multipleStatements: true })

type PoolOptions = {
  connections: number
  patience: Patience
  /** Several statements at once: only for a pool that nothing else uses, and whose texts carry no values. */
  multipleStatements?: boolean
}

/** Connections to MySQL with the settings and the limits that all of ours have. */
export function openPool(url: string, options: PoolOptions): Pool {
  const { connections: atOnce, patience, multipleStatements = false } = options
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const socketPath = searchParams.get("socketPath")
  const access: ConnectionOptions = {
    ...(socketPath ? { socketPath } : { host: hostname, port: Number(port || 3306) }),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
    charset: "utf8mb4",
    connectTimeout: Math.min(patience.turnMs, CONNECT_MS_MAX),
    keepAliveInitialDelay: KEEP_ALIVE_MS,
    timezone: "Z",
    supportBigNumbers: true,
    jsonStrings: false,
    multipleStatements,
    // BOOLEAN is TINYINT(1) on the wire.
    typeCast: (field, next) =>
      field.type === "TINY" && field.length === 1 ? field.string() === "1" : next(),
  }
  return lending({
    connect: async () => {
      const connection = await connectTo(access)
      // A connection that fails here fails its first query as well, which reports it.
      for (const setting of sessionSettings(patience)) connection.query(setting, noop)
      return connection
    },
    atOnce,
    patience,
    hasAnswered: () => hasAnswered(access),
  })
}

const noop = () => {}

function connectTo(access: ConnectionOptions): Promise<Connection> {
  const connection = createConnection(access)
  // A waiting caller is told of the failure anyway; and a query that was cut may fail when nobody waits any longer.
  connection.on("error", noop)
  return new Promise((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve(connection)))
  })
}

/** Whether a server says anything to somebody new. One that is not there at all says so, too. */
const hasAnswered = (access: ConnectionOptions): Promise<boolean> =>
  connectTo({ ...access, connectTimeout: PROBE_MS }).then(
    (connection) => {
      connection.destroy()
      return true
    },
    (error: unknown) => codeOf(error) !== "ETIMEDOUT",
  )
