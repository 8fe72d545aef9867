import { join } from "node:path"
import { buildClient, runBun } from "./client.ts"
import { environmentWith, readSettings, ROOT } from "./env.ts"
import { lockData } from "./lock.ts"
import { whyNotListen } from "./ports.ts"
import { Problem, runOrExplain } from "./problem.ts"
import { becomesReady, keepRunning, spawnBun, type Kept, type Program } from "./programs.ts"
import { prepareStores } from "./stores.ts"

const started: Kept[] = []
let stopping = false
let ready = false

/** Last started, first stopped: the stores go when nobody needs them any more. */
async function stopEverything(code: number, why?: string) {
  if (stopping) return
  stopping = true
  console.log(why ? `${why} Stopping.` : "Stopping.")
  for (const kept of started.toReversed()) await kept.stop()
  process.exit(code)
}

async function start(program: Program) {
  const kept = await keepRunning(program, (why) => void stopEverything(1, why))
  started.push(kept)
  // A signal may have come while it was starting.
  if (stopping) await kept.stop()
}

async function main() {
  const settings = readSettings()
  lockData(settings.data)
  checkPort(settings.port)
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void stopEverything(ready ? 0 : 130))
  }

  try {
    const { programs, ...stores } = await prepareStores(settings, {
      path: settings.data,
      throwAway: false,
    })
    await Promise.all(programs.map(start))
    const env = environmentWith({
      DATABASE_URL: stores.databaseUrl,
      REDIS_URL: stores.redisUrl,
      PORT: String(settings.port),
    })
    await Promise.all([prepareData(env), buildClient(settings.data)])
    await start(apiProgram(env, settings.port))
    await start(workerProgram(env))
  } catch (error) {
    // Whatever fails on the way up, or while it is being stopped there, what runs already is stopped in order.
    if (stopping) return
    if (!(error instanceof Problem)) console.error(error)
    await stopEverything(1, error instanceof Problem ? error.message : "Podo could not start.")
  }
  if (stopping) return
  ready = true
  console.log(`Podo is ready: http://localhost:${settings.port}`)
}

function checkPort(port: number) {
  const reason = whyNotListen(port, "0.0.0.0")
  if (reason === undefined) return
  const fix = "Set PORT to a free one, such as PORT=3001 ./scripts/start"
  if (reason === "EADDRINUSE") {
    throw new Problem(`PORT ${port} is taken by another program. ${fix}`)
  }
  throw new Problem(`PORT ${port} cannot be used (${reason}). ${fix}`)
}

async function prepareData(env: Record<string, string | undefined>) {
  await runBun(["db/migrate.ts"], "The database could not be migrated.", env)
  await runBun(["db/seed.ts"], "The demo could not be written to the database.", env)
}

const READY_WITHIN_MS = 30_000

function apiProgram(env: Record<string, string | undefined>, port: number): Program {
  return {
    name: "The API",
    start: async () => {
      const api = spawnBun([join(ROOT, "apps/api/src/main.ts")], env)
      if (await becomesReady(api, () => answersOk(port), READY_WITHIN_MS)) return api
      await api.stop()
      throw new Problem("The API did not become ready.")
    },
  }
}

async function answersOk(port: number) {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
  return response?.ok ?? false
}

const WORKER_SETTLES_MS = 500

/** The worker answers nobody: it is taken to be up when it has not ended right away. */
function workerProgram(env: Record<string, string | undefined>): Program {
  return {
    name: "The worker",
    start: async () => {
      const worker = spawnBun([join(ROOT, "apps/worker/src/main.ts")], env)
      const ended = await Promise.race([worker.ended, Bun.sleep(WORKER_SETTLES_MS)])
      if (ended === undefined) return worker
      throw new Problem("The worker did not start.")
    },
  }
}

await runOrExplain(main)
