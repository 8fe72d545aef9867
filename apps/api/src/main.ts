import { defectsTo } from "@podo/db/defects"
import { loggableError } from "@podo/db/errors"
import { closeStores, openStores } from "@podo/db/stores"
import { mailBySmtp, mailForDevelopment } from "@podo/mail/mailer"
import { pino } from "pino"
import { createApp } from "./app.ts"
import { readSettings } from "./env.ts"

const DRAIN_MS_MAX = 10_000

/** From the environment to a listening server. What is wrong with a setting is one sentence. */
async function start() {
  const settings = readSettings()
  const log = pino({ name: "api", level: settings.logLevel, serializers: { err: loggableError } })
  const stores = await openStores(settings, defectsTo(log))
  const mailer = settings.smtp ? mailBySmtp(settings.smtp, stores.onDefect) : mailForDevelopment()
  const app = createApp(stores, { ...settings, mailer })
  const server = listen(settings.port, app.fetch)
  log.info({ port: server.port }, "listening")

  /** Lets the requests that are under way come to an end, within bounds. */
  async function stop() {
    await Promise.race([server.stop(), Bun.sleep(DRAIN_MS_MAX)])
    await server.stop(true)
    await Promise.race([mailer.idle(), Bun.sleep(DRAIN_MS_MAX)])
    await closeStores(stores)
    process.exit(0)
  }
  process.once("SIGTERM", () => void stop())
  process.once("SIGINT", () => void stop())
}

function listen(port: number, fetch: (request: Request) => Response | Promise<Response>) {
  try {
    return Bun.serve({ port, fetch })
  } catch (error) {
    const { code } = error as { code?: string }
    const why = code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${code})`
    throw new Error(`PORT ${port} ${why}. Set PORT to a free one, such as PORT=${port + 1}.`, {
      cause: error,
    })
  }
}

await start().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
