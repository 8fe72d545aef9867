import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { readSettings } from "../run/env.ts"
import { Problem } from "../run/problem.ts"

/** Where a Podo that runs can be reached, for scripts that are started beside it. */
type RunningPodo = { url: string; databaseUrl: string; redisUrl: string }

const FILE = "running.json"

/** Left behind when it ends: a dead process is recognised by its number. */
export function announceRunning(data: string, running: RunningPodo) {
  const text = JSON.stringify({ ...running, pid: process.pid })
  writeFileSync(join(data, FILE), text, { mode: 0o600 })
}

/** The Podo that the settings name, else the one that was started from this data folder. */
export function findRunning(): RunningPodo {
  const { data, port, databaseUrl, redisUrl } = readSettings()
  if (databaseUrl && redisUrl) return { url: `http://localhost:${port}`, databaseUrl, redisUrl }
  const file = join(data, FILE)
  if (existsSync(file)) {
    const { pid, ...running } = JSON.parse(readFileSync(file, "utf8"))
    if (isAlive(pid)) return running
  }
  throw new Problem(
    `No Podo runs from ${data}: start it with ./scripts/start, or set DATABASE_URL and REDIS_URL.`,
  )
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
