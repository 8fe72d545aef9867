import { join } from "node:path"
import { environmentWith, ROOT } from "../env.ts"
import { freePort } from "../ports.ts"
import { Problem } from "../problem.ts"
import { becomesReady } from "../programs.ts"

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

async function whenAnswering(name: string, process: Process, url: string) {
  const answers = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
  if (await becomesReady(process, answers, READY_WITHIN_MS)) return
  throw new Problem(`${name} that is to be measured did not start.`)
}

export type StoreUrls = { databaseUrl: string; redisUrl: string }

const storesIn = ({ databaseUrl, redisUrl }: StoreUrls) => ({
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  LOG_LEVEL: "error",
})

/** The api as it is, and in it some procedures that do nothing: see empty-procedures.ts. */
export async function startApi(urls: StoreUrls) {
  const [port, internalPort] = [freePort(), freePort()]
  const api = startProcess({
    command: ["--preload", "./scripts/bench/edge/empty-procedures.ts", "apps/api/src/main.ts"],
    env: {
      ...storesIn(urls),
      PORT: String(port),
      INTERNAL_PORT: String(internalPort),
      // The load says where people come from: nobody has a thousand tabs.
      TRUSTED_PROXIES: "127.0.0.1",
    },
  })
  const url = `http://127.0.0.1:${port}`
  await whenAnswering("The api", api, `${url}/readyz`)
  return { ...api, port, url, metricsUrl: `http://127.0.0.1:${internalPort}/metrics` }
}

export const startWorker = (urls: StoreUrls): Process =>
  startProcess({ command: ["apps/worker/src/main.ts"], env: storesIn(urls) })

export async function startWays(urls: StoreUrls) {
  const port = freePort()
  const ways = startProcess({
    command: [join("scripts/bench/ways/server.ts"), String(port), urls.databaseUrl, urls.redisUrl],
  })
  await whenAnswering("The server of the other ways", ways, `http://127.0.0.1:${port}/readyz`)
  return { ...ways, port }
}
