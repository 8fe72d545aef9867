import { defectsTo } from "@podo/stores/defects"
import { forRequests } from "@podo/db/patience"
import { closeStores, openStores, type Stores } from "@podo/stores/stores"
import { mailBySmtp, mailForDevelopment, type SmtpSettings } from "@podo/mail/mailer"
import { openLive } from "@podo/live/live"
import { createApp } from "./app.ts"
import { readSettings } from "./env.ts"
import { createInternalApp } from "./observability/internal-port.ts"
import { openLog } from "./observability/log.ts"
import { openMetrics } from "./observability/metrics.ts"
import { serving } from "./live/serving.ts"

const DRAIN_MS_MAX = 10_000

/** From the environment to two listening servers. A wrong setting is one sentence. */
async function start() {
  const settings = readSettings()
  const { port, internalPort, internalHost } = settings
  const log = openLog(settings.logLevel)
  const metrics = openMetrics()
  const stores = await openStores(settings, defectsTo(log), forRequests)
  const { mailer, mails } = openMail(settings.smtp, stores.onDefect)
  const app = createApp(stores, { ...settings, mailer, log, metrics })
  const inside = createInternalApp({ metrics, mails })
  const internal = listen("INTERNAL_PORT", {
    port: internalPort,
    hostname: internalHost,
    fetch: (request) => inside.fetch(request),
  })
  const live = openLive(stores, {
    publish: (topic, text) => void server.publish(topic, text),
    onFrame: metrics.onLiveFrame,
    onGap: metrics.onLiveGap,
  })
  metrics.countLive(live.counts)
  const server = listen("PORT", { port, ...serving({ app, live, metrics }) })
  log.info({ port, internalPort }, "listening")

  /** Lets the requests that are under way come to an end, within bounds. */
  async function stop() {
    const stopped = server.stop()
    // New connections are not taken any more: their clients find another process.
    live.stop()
    await Promise.race([stopped, Bun.sleep(DRAIN_MS_MAX)])
    await server.stop(true)
    await Promise.race([mailer.idle(), Bun.sleep(DRAIN_MS_MAX)])
    await internal.stop(true)
    await closeStores(stores)
    process.exit(0)
  }
  process.once("SIGTERM", () => void stop())
  process.once("SIGINT", () => void stop())
}

/** Without an SMTP server, which production must have, mails are printed and kept to be read. */
function openMail(smtp: SmtpSettings | undefined, onDefect: Stores["onDefect"]) {
  if (smtp) return { mailer: mailBySmtp(smtp, onDefect), mails: undefined }
  const mailer = mailForDevelopment()
  return { mailer, mails: mailer.kept }
}

type Listening<Data> = {
  port: number
  hostname?: string
  fetch: (request: Request, server: Bun.Server<Data>) => Response | Promise<Response>
  websocket?: Bun.WebSocketHandler<Data>
}

function listen<Data = undefined>(setting: string, options: Listening<Data>): Bun.Server<Data> {
  try {
    return Bun.serve(options as Bun.Serve.Options<Data>)
  } catch (error) {
    const { code } = error as { code?: string }
    const { port } = options
    const why = code === "EADDRINUSE" ? "is taken by another program" : `cannot be used (${code})`
    const fix = `Set ${setting} to a free one, such as ${setting}=${port + 1}.`
    throw new Error(`${setting} ${port} ${why}. ${fix}`, { cause: error })
  }
}

await start().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
