import { defectsTo } from "@podo/db/defects"
import { closeStores, openStores, type Stores } from "@podo/db/stores"
import { mailBySmtp, mailForDevelopment, type SmtpSettings } from "@podo/mail/mailer"
import { createApp } from "./app.ts"
import { readSettings } from "./env.ts"
import { createInternalApp } from "./internal.ts"
import { openLog } from "./log.ts"
import { openMetrics } from "./metrics.ts"

const DRAIN_MS_MAX = 10_000

/** From the environment to two listening servers. What is wrong with a setting is one sentence. */
async function start() {
  const settings = readSettings()
  const { port, internalPort, internalHost } = settings
  const log = openLog(settings.logLevel)
  const metrics = openMetrics()
  const stores = await openStores(settings, defectsTo(log))
  const { mailer, mails } = openMail(settings.smtp, stores.onDefect)
  const app = createApp(stores, { ...settings, mailer, log, metrics })
  const inside = createInternalApp({ metrics, mails })
  const internal = listen("INTERNAL_PORT", {
    port: internalPort,
    hostname: internalHost,
    fetch: (request) => inside.fetch(request),
  })
  const server = listen("PORT", {
    port,
    fetch: (request, own) => app.fetch(request, own.requestIP(request) ?? {}),
  })
  log.info({ port, internalPort }, "listening")

  /** Lets the requests that are under way come to an end, within bounds. */
  async function stop() {
    await Promise.race([server.stop(), Bun.sleep(DRAIN_MS_MAX)])
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

type Listening = {
  port: number
  hostname?: string
  fetch: (request: Request, server: Bun.Server<undefined>) => Response | Promise<Response>
}

function listen(setting: string, options: Listening) {
  try {
    return Bun.serve(options)
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
