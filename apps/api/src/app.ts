import { trpcServer } from "@hono/trpc-server"
import { type AccountSettings, createAccounts } from "@podo/accounts/accounts"
import { originsOf } from "@podo/accounts/auth"
import type { Visit } from "@podo/accounts/visit"
import type { Stores } from "@podo/db/stores"
import { type Context, Hono } from "hono"
import { compress } from "hono/compress"
import { etag } from "hono/etag"
import { routePath } from "hono/route"
import { limitBodies } from "./body-limits.ts"
import { type Watchers, watchCalls } from "./calls.ts"
import { clientAddressBehind } from "./client-address.ts"
import { admitOrigins, refuseForeignOrigins } from "./foreign-origins.ts"
import { google } from "./google.ts"
import { health } from "./health.ts"
import { keepingIn, keepNothingElse } from "./kept-answers.ts"
import { linePage } from "./line-page.ts"
import { live } from "./live.ts"
import { pages } from "./pages.ts"
import { posters } from "./posters.ts"
import { watchRequests } from "./requests.ts"
import { appRouter } from "./router.ts"
import { strictHeaders } from "./strict-headers.ts"
import { shareAnswers, shareWithStrangers } from "./shared-answers.ts"
import { createContext, refusalOf } from "./trpc.ts"

const CALLS_PER_BATCH_MAX = 10

/** What crowds ask for, and all of them are told alike. */
const SHARED = [
  "seating.availability",
  "seating.plan",
  "seating.seats",
  "waitingRoom.room",
  "waitingRoom.drawPage",
]
/** What crowds ask for before they sign in, and then is told to each alone. */
const SHARED_BY_STRANGERS = ["catalog.events", "catalog.event"]

/** What browsers may keep. */
const KEPT = ["seating.plan", "seating.seats", "waitingRoom.drawPage"]

export type AppSettings = AccountSettings &
  Watchers & {
    /** The folder of the built page; without it only the API is served. */
    webRoot?: string | undefined
    /** Addresses and ranges of the proxies whose word on the client's address counts. */
    trustedProxies?: string[]
    /** Origins of other pages that may call, and read what is answered. */
    allowedOrigins?: string[]
  }

/** What is handed on beside a request: the address of the connection's other end, and for `/live` how to upgrade it. */
type Bindings = { address?: string }

/** The whole of Podo as a fetch handler: it knows its stores and nothing of the process around it. */
export function createApp(stores: Stores, settings: AppSettings): Hono {
  const accounts = createAccounts(stores, settings)
  const visitOf = visitsBehind(settings.trustedProxies ?? [])
  const app = new Hono()
  app.onError((error, context) => {
    const refusal = refusalOf(error)
    if (refusal) return context.json({ error: refusal }, 503)
    stores.onDefect(error, `answering ${routePath(context)}`)
    return context.json({ error: { code: "INTERNAL_SERVER_ERROR" } }, 500)
  })
  app.notFound((context) => context.json({ error: { code: "NOT_FOUND" } }, 404))
  guard(app, settings)
  app.route("/", health(stores))
  app.route("/api/auth", google(accounts, visitOf))
  for (const path of SHARED) app.use(`/trpc/${path}`, shareAnswers())
  for (const path of SHARED_BY_STRANGERS) app.use(`/trpc/${path}`, shareWithStrangers())
  app.use("/trpc/*", compress(), keepNothingElse)
  // Compressed or not, it is the same plan: its tag is a weak one.
  for (const path of KEPT) app.use(`/trpc/${path}`, etag({ weak: true }))
  const calls = watchCalls(settings, procedures)
  app.use(
    "/trpc/*",
    trpcServer({
      router: appRouter,
      endpoint: "/trpc",
      maxBatchSize: CALLS_PER_BATCH_MAX,
      createContext: ({ resHeaders, info }, context) => ({
        ...createContext(accounts, {
          ...visitOf(context),
          setCookie: (cookie) => resHeaders.append("set-cookie", cookie),
        }),
        onCall: calls.onCall,
        keptBy: keepingIn(resHeaders, info),
      }),
      onError: ({ error, path }) => {
        calls.onError(error, path, refusalOf(error.cause)?.code)
        if (error.code === "INTERNAL_SERVER_ERROR")
          stores.onDefect(error.cause ?? error, calls.nameOf(path))
      },
    }),
  )
  app.route("/posters", posters(accounts, visitOf))
  app.route("/", linePage(accounts, { visitOf, onCall: calls.onCall }))
  app.route("/live", live(accounts, { origins: oursAnd(settings), visitOf }))
  // A mistyped address of the API, or of what has a port of its own, must not answer with the page.
  for (const path of ["/api/*", "/live/*", "/metrics/*", "/dev/*"]) {
    app.all(path, (context) => context.notFound())
  }
  if (settings.webRoot) app.route("/", pages(settings.webRoot))
  return app
}

const { _def: definition } = appRouter
const procedures = new Set(Object.keys(definition.procedures))

/** What every request goes through before anything is done for it. */
function guard(app: Hono, settings: AppSettings) {
  const { publicUrl, allowedOrigins = [] } = settings
  app.use(
    watchRequests(settings),
    // A Host that is none makes an address that is none, which whatever comes after would stumble over.
    async (context, next) =>
      URL.canParse(context.req.url)
        ? next()
        : context.json({ error: { code: "BAD_REQUEST" } }, 400),
    strictHeaders({ publicUrl, allowedOrigins }),
    admitOrigins(allowedOrigins),
    refuseForeignOrigins(oursAnd(settings)),
    limitBodies,
  )
}

const oursAnd = ({ publicUrl, allowedOrigins = [] }: AppSettings) => [
  ...originsOf(publicUrl),
  ...allowedOrigins,
]

function visitsBehind(proxies: string[]) {
  const addressOf = clientAddressBehind(proxies)
  return (context: Context): Visit => {
    const { headers } = context.req.raw
    // Who calls without a server in between, such as a test, may hand on nothing.
    const { address } = (context.env ?? {}) as Bindings
    return {
      headers,
      address: addressOf(address, headers.get("x-forwarded-for")),
      setCookie: (cookie) => context.header("set-cookie", cookie, { append: true }),
    }
  }
}
