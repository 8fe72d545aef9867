import { withoutPassword } from "@podo/db/settings"
import { createConnection } from "mysql2/promise"
import { Problem } from "./problem.ts"
import { redisAnswers } from "./stores-redis.ts"

const MYSQL_EXAMPLE = "mysql://user:password@127.0.0.1:3306/podo"
const REDIS_EXAMPLE = "redis://127.0.0.1:6379"

/** The name of the database that a DATABASE_URL names. */
export function databaseOf(url: string) {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

/** Throws a sentence unless this address is well-formed and a server answers there. */
export async function checkDatabaseServer(url: string) {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed?.protocol !== "mysql:" || !parsed.hostname || !/^\/[\w-]+$/.test(parsed.pathname)) {
    throw new Problem(
      `DATABASE_URL is "${withoutPassword(url)}": it must look like ${MYSQL_EXAMPLE}.`,
    )
  }
  try {
    await runOn(url, "SELECT 1")
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    throw new Problem(
      `DATABASE_URL is ${withoutPassword(url)}, but no connection can be made there (${message || code}). ` +
        "Start or mend that server, or unset DATABASE_URL and Podo runs one of its own.",
    )
  }
}

/** As above, and the database is there, or can be made. */
export async function checkDatabaseUrl(url: string) {
  await checkDatabaseServer(url)
  const name = databaseOf(url)
  try {
    await runOn(url, `USE \`${name}\``).catch(() => runOn(url, `CREATE DATABASE \`${name}\``))
  } catch (error) {
    throw new Problem(
      `DATABASE_URL is ${withoutPassword(url)}, but this user cannot open or create the database "${name}" ` +
        `(${(error as Error).message}). Create it there and grant it to them.`,
    )
  }
}

/** One statement on the server of this address, outside any database. */
export async function runOn(url: string, statement: string) {
  const server = new URL(url)
  server.pathname = "/"
  const connection = await createConnection({ uri: server.href, connectTimeout: 5000 })
  try {
    await connection.query(statement)
  } finally {
    connection.destroy()
  }
}

/** Throws a sentence unless this address is well-formed and a server answers there. */
export async function checkRedisUrl(url: string) {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed?.hostname || !/^rediss?:$/.test(parsed.protocol)) {
    throw new Problem(`REDIS_URL is "${withoutPassword(url)}": it must look like ${REDIS_EXAMPLE}.`)
  }
  const answer = await redisAnswers(url)
  if (answer === "PONG") return
  throw new Problem(
    `REDIS_URL is ${withoutPassword(url)}, but no Redis answers there (${answer}). ` +
      "Start or mend that server, or unset REDIS_URL and Podo runs one of its own.",
  )
}
