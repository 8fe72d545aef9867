import { join } from "node:path"
import { environmentWith, ROOT } from "./env.ts"
import { freePort } from "./ports.ts"
import { Problem } from "./problem.ts"
import { becomesReady, spawnBun } from "./programs.ts"

const READY_WITHIN_MS = 20_000

/** Starts an api of our own that is to be measured, on these stores and a port of its own. */
export async function startBenchApi(
  script: string,
  urls: { databaseUrl: string; redisUrl: string },
) {
  const port = freePort()
  const url = `http://127.0.0.1:${port}`
  const env = environmentWith({
    PORT: String(port),
    PODO_TEST_DATABASE_URL: urls.databaseUrl,
    PODO_TEST_REDIS_URL: urls.redisUrl,
  })
  const running = spawnBun([join(ROOT, "scripts", script)], env)
  const answers = async () =>
    fetch(url).then(
      () => true,
      () => false,
    )
  if (await becomesReady(running, answers, READY_WITHIN_MS)) return { url, stop: running.stop }
  throw new Problem("The api to be measured did not start.")
}
