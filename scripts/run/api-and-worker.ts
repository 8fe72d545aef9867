import { join } from "node:path"
import { ROOT, type Environment } from "./env.ts"
import { Problem } from "./problem.ts"
import { becomesReady, spawnBun, type Program } from "./programs.ts"

const READY_WITHIN_MS = 30_000

/** The API, up when it says that it is ready. `flags` are Bun's own, such as --watch. */
export function apiProgram(env: Environment, flags: string[] = []): Program {
  const readyz = `http://127.0.0.1:${env["PORT"]}/readyz`
  return {
    name: "The API",
    start: async () => {
      const api = spawnBun([...flags, join(ROOT, "apps/api/src/main.ts")], env)
      if (await becomesReady(api, () => answersOk(readyz), READY_WITHIN_MS)) return api
      await api.stop()
      throw new Problem("The API did not become ready.")
    },
  }
}

async function answersOk(url: string) {
  const response = await fetch(url).catch(() => undefined)
  return response?.ok ?? false
}

const SETTLES_WITHIN_MS = 500

/** The worker answers nobody: it is taken to be up when it has not ended right away. */
export function workerProgram(env: Environment, flags: string[] = []): Program {
  return {
    name: "The worker",
    start: async () => {
      const worker = spawnBun([...flags, join(ROOT, "apps/worker/src/main.ts")], env)
      const ended = await Promise.race([worker.ended, Bun.sleep(SETTLES_WITHIN_MS)])
      if (ended === undefined) return worker
      throw new Problem("The worker did not start.")
    },
  }
}
