import { trpcServer } from "@hono/trpc-server"
import { type AccountSettings, createAccounts } from "@podo/accounts/accounts"
import type { Visit } from "@podo/accounts/visit"
import type { Stores } from "@podo/db/stores"
import { type Context, Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { compress } from "hono/compress"
import { google } from "./google.ts"
import { health } from "./health.ts"
import { pages } from "./pages.ts"
import { posters } from "./posters.ts"
import { appRouter } from "./router.ts"
import { createContext, refusalOf } from "./trpc.ts"

const BODY_BYTES_MAX = 64 * 1024
const CALLS_PER_BATCH_MAX = 10

export type AppSettings = AccountSettings & {
  /** The folder of the built page; without it only the API is served. */
  webRoot?: string | undefined
}

/** The whole of Podo as a fetch handler: it knows its stores and nothing of the process around it. */
export function createApp(stores: Stores, settings: AppSettings): Hono {
  const accounts = createAccounts(stores, settings)
  const app = new Hono()
  app.onError((error, context) => {
    const refusal = refusalOf(error)
    if (refusal) return context.json({ error: refusal }, 503)
    stores.onDefect(error, context.req.path)
    return context.json({ error: { code: "INTERNAL_SERVER_ERROR" } }, 500)
  })
  app.use(
    bodyLimit({
      maxSize: BODY_BYTES_MAX,
      onError: (context) =>
        context.json({ error: "PAYLOAD_TOO_LARGE", bytesMax: BODY_BYTES_MAX }, 413),
    }),
  )
  app.route("/", health(stores))
  app.route("/api/auth", google(accounts, visitOf))
  // Answers differ by person, and a map by moment: no cache on the way may keep them.
  app.use("/trpc/*", compress(), async (context, next) => {
    await next()
    context.header("cache-control", "no-store")
  })
  app.use(
    "/trpc/*",
    trpcServer({
      router: appRouter,
      endpoint: "/trpc",
      maxBatchSize: CALLS_PER_BATCH_MAX,
      createContext: ({ resHeaders }, context) =>
        createContext(accounts, {
          ...visitOf(context),
          setCookie: (cookie) => resHeaders.append("set-cookie", cookie),
        }),
      onError: ({ error, path }) => {
        if (error.code === "INTERNAL_SERVER_ERROR")
          stores.onDefect(error.cause ?? error, path ?? "a call")
      },
    }),
  )
  app.route("/posters", posters(stores))
  // A mistyped address of the API must not answer with the page.
  app.all("/api/*", (context) => context.notFound())
  if (settings.webRoot) app.route("/", pages(settings.webRoot))
  return app
}

const visitOf = (context: Context): Visit => ({
  headers: context.req.raw.headers,
  address: (context.env as { address?: string } | undefined)?.address ?? "",
  setCookie: (cookie) => context.header("set-cookie", cookie, { append: true }),
})
