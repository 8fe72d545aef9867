import { loggableError } from "@podo/db/errors"
import { closeStores, openStores, type Stores } from "@podo/db/stores"
import { pino } from "pino"
import { createApp } from "./app.ts"
import { exitWith, readSettings } from "./env.ts"

const DRAIN_MS_MAX = 10_000

const settings = readSettings()
const log = pino({ name: "api", level: settings.logLevel, serializers: { err: loggableError } })
const stores: Stores = await openStores(settings, (error, doing) =>
  log.error({ err: error, doing }, "defect"),
).catch((error: Error) => exitWith(error.message))
const app = createApp(stores, settings)

const server = serve()
log.info({ port: server.port }, "listening")

function serve() {
  try {
    return Bun.serve({ port: settings.port, fetch: app.fetch })
  } catch {
    return exitWith(
      `PORT ${settings.port} is taken by another program. Set PORT to a free one, such as PORT=${settings.port + 1}.`,
    )
  }
}

/** Lets the requests that are under way come to an end, within bounds. */
async function stop() {
  const drained = server.stop()
  await Promise.race([drained, Bun.sleep(DRAIN_MS_MAX)])
  await server.stop(true)
  await closeStores(stores)
  process.exit(0)
}

process.once("SIGTERM", () => void stop())
process.once("SIGINT", () => void stop())
