import { join } from "node:path"
import { mintSignInLink } from "@podo/accounts/sign-in-links"
import { readSettings as readApiSettings } from "@podo/api/env"
import { organizer } from "@podo/db/demo-people"
import { connectRedis } from "@podo/redis/connect"
import { runBun } from "./build-page.ts"
import { environmentWith, readSettings, type Environment, type Settings } from "./env.ts"
import { lockData } from "./lock.ts"
import { freePort, whyNotListen } from "./ports.ts"
import { Problem } from "./problem.ts"
import { keepRunning, type Kept, type Program } from "./programs.ts"
import { announceRunning } from "../operate/running-podo.ts"
import { keptPassword } from "../stores/folder.ts"
import { prepareStores } from "../stores/stores.ts"

type Opening = {
  /** The preparations besides the database's own; given the data folder. */
  prepare: (data: string) => Promise<void>
  /** The programs on top of the stores, in the order in which they are started. */
  programs: (env: Environment, port: number) => Program[]
}

/** From settings to a running Podo, and back at a signal: last started, first stopped, and nothing else is. */
export async function openPodo({ prepare, programs }: Opening) {
  const settings = readSettings()
  lockData(settings.data)
  checkPort("PORT", settings.port, "0.0.0.0")
  const internal = chooseInternal(checkApiSettings(settings))
  const stage = openStage()
  try {
    const folder = { path: settings.data, throwAway: false }
    const stores = await prepareStores(settings, folder)
    await Promise.all(stores.programs.map(stage.start))
    const env = environmentWith({
      DATABASE_URL: stores.databaseUrl,
      REDIS_URL: stores.redisUrl,
      PORT: String(settings.port),
      INTERNAL_PORT: String(internal.port),
      // Kept, or people would be signed out by every start.
      AUTH_SECRET: settings.authSecret ?? keptPassword(join(settings.data, "auth-secret")),
    })
    await stage.during(() => Promise.all([prepareData(env), prepare(settings.data)]))
    for (const program of programs(env, settings.port)) await stage.start(program)
    const url = `http://localhost:${settings.port}`
    announceRunning(settings.data, {
      url,
      databaseUrl: stores.databaseUrl,
      redisUrl: stores.redisUrl,
    })
    const atDesk = await deskSentences(env, stores)
    stage.opened([`Podo is ready: ${url}`, ...atDesk, ...internal.sentences].join("\n"))
  } catch (error) {
    // A problem is told in its own words; what runs already is stopped in order, whatever it was.
    if (!(error instanceof Problem)) console.error(error)
    await stage.close(1, error instanceof Problem ? error.message : "Podo could not start.")
  }
}

function openStage() {
  const running: Kept[] = []
  const underWay = new Set<Promise<unknown>>()
  let closing = false
  let open = false

  async function close(code: number, why = "") {
    if (closing) return
    closing = true
    if (why) console.error(why)
    if (running.length + underWay.size > 0) console.log("Stopping.")
    // A server that is just coming up can be stopped when it is there, and one that is in use when it is not.
    await Promise.allSettled(underWay)
    for (const kept of running.toReversed()) await kept.stop()
    process.exit(code)
  }

  async function during(begin: () => Promise<unknown>) {
    if (closing) throw new Problem("Podo is stopping.")
    const work = begin()
    underWay.add(work)
    await work.finally(() => underWay.delete(work))
  }

  function start(program: Program) {
    return during(async () => {
      running.push(await keepRunning(program, (why) => void close(1, why)))
    })
  }

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void close(open ? 0 : 130))
  }
  return {
    start,
    during,
    close,
    opened: (sentence: string) => {
      if (closing) return
      open = true
      console.log(sentence)
    },
  }
}

function checkPort(name: string, port: number, hostname: string) {
  const reason = whyNotListen(port, hostname)
  if (reason === undefined) return
  const fix = `Set ${name} to a free one, such as ${name}=${port + 1} ./scripts/start`
  if (reason === "EADDRINUSE") {
    throw new Problem(`${name} ${port} is taken by another program. ${fix}`)
  }
  throw new Problem(`${name} ${port} cannot be used (${reason}). ${fix}`)
}

type ApiSettings = ReturnType<typeof readApiSettings>

/** A setting that the api would refuse is refused before anything is started for its sake. */
function checkApiSettings({ authSecret }: Settings): ApiSettings {
  // The stores are checked where they are opened, and a secret is made where there is none.
  const stores = { DATABASE_URL: "mysql://127.0.0.1", REDIS_URL: "redis://127.0.0.1" }
  const secret = authSecret ?? "made at the first start, kept from then on"
  try {
    return readApiSettings(environmentWith({ ...stores, AUTH_SECRET: secret }))
  } catch (error) {
    throw new Problem((error as Error).message)
  }
}

/** The way to the desk of the demo, where signing in by a link is possible. */
async function deskSentences(
  env: Environment,
  { redisUrl }: { redisUrl: string },
): Promise<string[]> {
  const { hasSignInLinks, publicUrl } = readApiSettings(env)
  if (!hasSignInLinks) return []
  const redis = await connectRedis(redisUrl)
  const code = await mintSignInLink(redis, organizer.id)
  redis.disconnect()
  return [
    `At the desk as the demo's organizer: ${publicUrl}/dev/sign-in/${code} (once, within an hour)`,
  ]
}

const NEIGHBOURS_MAX = 100

/** A port that was asked for must be free; where none was, another program may have the usual one. */
function chooseInternal({ internalPort, internalHost: host, smtp }: ApiSettings) {
  const isGiven = environmentWith({})["INTERNAL_PORT"] !== undefined
  if (isGiven) checkPort("INTERNAL_PORT", internalPort, host)
  const usual = Array.from({ length: NEIGHBOURS_MAX }, (_, further) => internalPort + further)
  const port = usual.find((one) => whyNotListen(one, host) === undefined) ?? freePort()
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`
  const mails = smtp ? [] : [`Mails are not sent, but shown: ${url}/dev/mail`]
  return { port, sentences: [...mails, `Metrics: ${url}/metrics`] }
}

async function prepareData(env: Environment) {
  await runBun(["scripts/operate/podo.ts", "migrate"], "The database could not be migrated.", env)
  await runBun(
    ["scripts/operate/podo.ts", "seed"],
    "The demo could not be written to the database.",
    env,
  )
}
