import { join } from "node:path"
import { environmentWith, ROOT } from "../run/env.ts"
import { startMeasuredApi } from "../crowd/measured-api.ts"
import { freePort } from "../run/ports.ts"
import { Problem } from "../run/problem.ts"
import { becomesReady } from "../run/programs.ts"

export type Process = { pid: number; ended: Promise<number>; stop: () => Promise<void> }

type Start = {
  /** From the top of the repository, with flags of Bun's own before it. */
  command: string[]
  env?: Record<string, string>
  hears?: (message: unknown) => void
}

const STOP_WITHIN_MS = 15_000

/** One of our own programs, which dies with this process. */
export function startProcess({ command, env = {}, hears }: Start) {
  const child = Bun.spawn([process.execPath, "--no-orphans", ...command], {
    cwd: ROOT,
    env: environmentWith(env),
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
    ...(hears && { ipc: hears }),
  })
  return {
    pid: child.pid,
    ended: child.exited,
    send: (message: unknown) => child.send(message),
    stop: async () => {
      child.kill("SIGTERM")
      const late = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS)
      await child.exited
      clearTimeout(late)
    },
  }
}

const READY_WITHIN_MS = 20_000

export type StoreUrls = { databaseUrl: string; redisUrl: string }

/** The api as it is, and in it some procedures that do nothing: see empty-procedures.ts. */
export const startApi = (urls: StoreUrls) =>
  startMeasuredApi(urls, ["--preload", join(ROOT, "scripts/bench/edge/empty-procedures.ts")])

export const startWorker = ({ databaseUrl, redisUrl }: StoreUrls): Process =>
  startProcess({
    command: ["apps/worker/src/main.ts"],
    env: { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, LOG_LEVEL: "error" },
  })

export async function startWays(urls: StoreUrls) {
  const port = freePort()
  const ways = startProcess({
    command: ["scripts/bench/ways/server.ts", String(port), urls.databaseUrl, urls.redisUrl],
  })
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  if (await becomesReady(ways, answers, READY_WITHIN_MS)) return { ...ways, port }
  throw new Problem("The server of the other ways did not start.")
}
