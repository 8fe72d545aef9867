import { join } from "node:path"
import { environmentWith, ROOT, testStoreUrls } from "../run/env.ts"
import { freePort } from "../run/ports.ts"
import { becomesReady, spawnBun } from "../run/programs.ts"

export type ApiProcess = {
  url: string
  /** Where its operators look. */
  internalUrl: string
  port: number
  /** Ends it as a power cut would. */
  kill: () => Promise<void>
}

const READY_WITHIN_MS = 20_000

/** The api as a process of its own over the stores of this test run. */
export async function startApi(
  port = freePort(),
  stores: { databaseUrl: string; redisUrl: string } = testStoreUrls(),
): Promise<ApiProcess> {
  const internalPort = freePort()
  const env = environmentWith({
    PORT: String(port),
    INTERNAL_PORT: String(internalPort),
    DATABASE_URL: stores.databaseUrl,
    REDIS_URL: stores.redisUrl,
    LOG_LEVEL: "error",
  })
  const running = spawnBun([join(ROOT, "apps/api/src/main.ts")], env)
  const url = `http://localhost:${port}`
  const answers = async () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
  if (!(await becomesReady(running, answers, READY_WITHIN_MS))) {
    throw new Error(`The api did not start on port ${port}.`)
  }
  return {
    url,
    internalUrl: `http://127.0.0.1:${internalPort}`,
    port,
    kill: running.kill,
  }
}
