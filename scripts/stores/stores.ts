import type { Settings } from "../run/env.ts"
import { installCommand, installPackages } from "../run/debian-packages.ts"
import { Problem } from "../run/problem.ts"
import type { Program } from "../run/programs.ts"
import { composeAnswers, prepareCompose } from "./compose.ts"
import type { StoreFolder } from "./folder.ts"
import { checkDatabaseUrl, checkRedisUrl } from "./given.ts"
import { findMysqlServer, prepareMysql } from "./mysql.ts"
import { findRedisServer, prepareRedis } from "./redis.ts"

/** Where the stores answer once their programs run. A store that was given by its address has no program. */
export type Stores = { databaseUrl: string; redisUrl: string; programs: Program[] }

type Given = Pick<Settings, "databaseUrl" | "redisUrl">

/** The stores that were given; else servers found here; else the distribution's; else containers; else a sentence. */
export async function prepareStores(given: Given, folder: StoreFolder): Promise<Stores> {
  await Promise.all([
    given.databaseUrl && checkDatabaseUrl(given.databaseUrl),
    given.redisUrl && checkRedisUrl(given.redisUrl),
  ])
  if (missingPackages(given).length > 0) {
    await installPackages(missingPackages(given), `No ${missingNames(given)} is here.`)
  }
  if (missingPackages(given).length === 0) return prepareFound(given, folder)
  if (!composeAnswers()) throw new Problem(missingSentence(given))
  console.log(`No ${missingNames(given)} is here: starting it with docker compose.`)
  const { mysql, redis } = prepareCompose(folder)
  return {
    databaseUrl: given.databaseUrl ?? mysql.url,
    redisUrl: given.redisUrl ?? redis.url,
    programs: [
      ...(given.databaseUrl ? [] : [mysql.program]),
      ...(given.redisUrl ? [] : [redis.program]),
    ],
  }
}

/** As above, from what is here already: nothing is installed. */
export async function prepareFound(given: Given, folder: StoreFolder): Promise<Stores> {
  const mysqlServer = given.databaseUrl ? undefined : findMysqlServer(folder.path)
  const redisServer = given.redisUrl ? undefined : findRedisServer()
  if (missingPackages(given).length > 0) throw new Problem(missingSentence(given))
  const mysql = mysqlServer && (await prepareMysql(mysqlServer, folder))
  const redis = redisServer ? prepareRedis(redisServer, folder) : undefined
  return {
    databaseUrl: given.databaseUrl ?? mysql?.url ?? "",
    redisUrl: given.redisUrl ?? redis?.url ?? "",
    programs: [mysql?.program, redis?.program].filter((program) => program !== undefined),
  }
}

function missingPackages(given: Given) {
  const mysql = given.databaseUrl || findMysqlServer() ? [] : MYSQL_PACKAGES
  const redis = given.redisUrl || findRedisServer() ? [] : ["redis-server"]
  return [...mysql, ...redis]
}

const MYSQL_PACKAGES = ["mariadb-server-core", "mariadb-client-core"]

function missingNames(given: Given) {
  return [
    ...(given.databaseUrl || findMysqlServer() ? [] : ["MySQL-compatible server"]),
    ...(given.redisUrl || findRedisServer() ? [] : ["Redis"]),
  ].join(" and no ")
}

function missingSentence(given: Given) {
  const settings = [
    ...(given.databaseUrl ? [] : ["DATABASE_URL"]),
    ...(given.redisUrl ? [] : ["REDIS_URL"]),
  ].join(" and ")
  return (
    `No ${missingNames(given)} is here. As root, \`${installCommand(missingPackages(given))}\` ` +
    `installs what Podo needs; or set ${settings} to what runs already.`
  )
}
