import { closeSync, fsyncSync, openSync, readFileSync, readdirSync, writeSync } from "node:fs"
import { join } from "node:path"
import { quantile } from "../crowd/measures.ts"
import { Problem } from "../run/problem.ts"
import { prepareFound } from "../stores/stores.ts"
import { startThrowAway } from "../stores/throw-away.ts"
import { ascending } from "./numbers.ts"

/**
 * Stores that are thrown away, and until then keep what they acknowledge as those of ./scripts/start do: MySQL flushes
 * its log at each commit and writes pages twice, Redis keeps its append-only file. Those of tests do neither.
 */
export async function startDurable() {
  let folder = ""
  const stores = await startThrowAway(undefined, (given, thrownAway) => {
    folder = thrownAway.path
    return prepareFound(given, { ...thrownAway, isDurable: true })
  })
  return {
    ...stores,
    mysqlPid: pidIn(folder, ["mariadb", "mysql"]),
    redisPid: pidIn(folder, ["redis"]),
    flushMs: flushMs(folder),
  }
}

function pidIn(folder: string, names: string[]): number {
  const found = readdirSync(folder).find((name) => names.includes(name))
  if (!found) throw new Problem(`No store of ${names.join(" or ")} is in ${folder}.`)
  return Number(readFileSync(join(folder, found, "server.pid"), "utf8"))
}

const FLUSHES = 100

/** The time of one flush of this disk, in ms: where it takes nothing, nothing is durable here. */
function flushMs(folder: string): number {
  const file = openSync(join(folder, "flushed"), "w")
  const took = Array.from({ length: FLUSHES }, () => {
    const began = performance.now()
    writeSync(file, "a page that must be kept\n")
    fsyncSync(file)
    return performance.now() - began
  })
  closeSync(file)
  return quantile(took.toSorted(ascending), 0.5)
}
