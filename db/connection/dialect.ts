import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  MysqlAdapter,
  MysqlIntrospector,
  MysqlQueryCompiler,
  type QueryResult,
} from "kysely"
import type { ResultSetHeader } from "mysql2"
import type { Lent } from "./lease.ts"
import type { Pool } from "./pool.ts"

/** Lets Kysely ask through a pool in which nobody waits without a limit. */
export const dialectOf = (pool: Pool): Dialect => ({
  createAdapter: () => new MysqlAdapter(),
  createDriver: () => driverOf(pool),
  createIntrospector: (db) => new MysqlIntrospector(db),
  createQueryCompiler: () => new MysqlQueryCompiler(),
})

type Connection = DatabaseConnection & { lent: Lent }

function driverOf(pool: Pool): Driver {
  const of = (connection: DatabaseConnection) => (connection as Connection).lent
  return {
    init: () => Promise.resolve(),
    acquireConnection: async () => connectionOf(await pool.acquire()),
    beginTransaction: async (connection) => void (await of(connection).query("begin")),
    commitTransaction: async (connection) => void (await of(connection).query("commit")),
    // A server rolls back what a lost connection has begun: the error that led here is the one to be told of.
    rollbackTransaction: async (connection) => {
      await of(connection)
        .query("rollback")
        .catch(() => of(connection).destroy())
    },
    releaseConnection: async (connection) => of(connection).release(),
    destroy: pool.end,
  }
}

const connectionOf = (lent: Lent): Connection => ({
  lent,
  executeQuery: async ({ sql, parameters }) => resultOf(await lent.query(sql, parameters)),
  streamQuery: () => {
    throw new Error(
      "Ask for a page of rows at a time: a stream keeps a connection for as long as it is read.",
    )
  },
})

/** The result of a query in Kysely's terms. */
function resultOf<Row>(answer: unknown): QueryResult<Row> {
  if (Array.isArray(answer)) return { rows: answer }
  const { insertId, affectedRows, changedRows } = answer as ResultSetHeader
  return {
    ...(insertId > 0 && { insertId: BigInt(insertId) }),
    numAffectedRows: BigInt(affectedRows),
    numChangedRows: BigInt(changedRows),
    rows: [],
  }
}
