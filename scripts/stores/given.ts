import { withoutPassword } from "@podo/stores/settings"
import { serversOfCluster } from "@podo/redis/cluster-address"
import { createConnection } from "mysql2/promise"
import { Problem } from "../run/problem.ts"
import { redisAnswers } from "./redis.ts"

const MYSQL_EXAMPLE = "mysql://user:password@127.0.0.1:3306/podo"
const REDIS_EXAMPLE =
  "redis://127.0.0.1:6379, or for a cluster redis+cluster://127.0.0.1:7001,127.0.0.1:7002"

/** The name of the database that a DATABASE_URL names. */
export function databaseOf(url: string) {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

function isRedisUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { hostname, protocol } = new URL(url)
  return hostname !== "" && /^rediss?:$/.test(protocol)
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
  const servers = serversOfCluster(url) ?? [url]
  if (!servers.every(isRedisUrl)) {
    throw new Problem(`REDIS_URL is "${withoutPassword(url)}": it must look like ${REDIS_EXAMPLE}.`)
  }
  const answers = await Promise.all(servers.map(redisAnswers))
  // The others of a cluster are found through any one of it.
  if (answers.includes("PONG")) return
  const [answer] = answers
  throw new Problem(
    `REDIS_URL is ${withoutPassword(url)}, but no Redis answers there (${answer}). ` +
      "Start or mend that server, or unset REDIS_URL and Podo runs one of its own.",
  )
}
