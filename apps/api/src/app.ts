import { type AccountSettings, createAccounts } from "@podo/accounts/accounts"
import { originsOf } from "@podo/accounts/auth"
import type { Visit } from "@podo/accounts/visit"
import type { Stores } from "@podo/stores/stores"
import { type Context, Hono, type MiddlewareHandler } from "hono"
import { compress } from "hono/compress"
import { etag } from "hono/etag"
import { routePath } from "hono/route"
import { limitBodies } from "./edge/body-limits.ts"
import { type Watchers, watchCalls } from "./observability/calls.ts"
import { clientAddressBehind } from "./edge/client-address.ts"
import { admitOrigins, refuseForeignOrigins } from "./edge/foreign-origins.ts"
import { google } from "./google/routes.ts"
import { health } from "./observability/health.ts"
import { noStoreByDefault } from "./edge/cache-control.ts"
import { linePage } from "./no-script/page.ts"
import { live } from "./live/live.ts"
import { shedLoad } from "./edge/load-shedding.ts"
import { oneLargeAnswer } from "./edge/one-large-answer.ts"
import { refuseMalformedHosts } from "./edge/malformed-hosts.ts"
import { pages } from "./pages/built-page.ts"
import { posters } from "./pages/posters.ts"
import { signInLinks } from "./pages/sign-in-links.ts"
import { inputAt, metaOf, pathsWhere, procedureNames } from "./procedure-meta.ts"
import { procedures } from "./procedures.ts"
import { watchRequests } from "./observability/request-log.ts"
import { retryAfterOf } from "./edge/retry-after.ts"
import { strictHeaders } from "./edge/strict-headers.ts"
import { watchForProxies } from "./edge/unnamed-proxies.ts"
import { shareAnswers, shareUnlessBooked } from "./edge/shared-answers.ts"
import { refusalOf } from "./trpc.ts"

export type AppSettings = AccountSettings &
  Watchers & {
    /** The folder of the built page; without it only the API is served. */
    webRoot?: string | undefined
    /** Addresses and ranges of the proxies whose word on the client's address counts. */
    trustedProxies?: string[]
    /** Links sign in, as ./scripts/start prints them: only in development. */
    hasSignInLinks?: boolean
    /** So many calls may be under way at once before others are refused. */
    callsUnderWayMax?: number
    /** Origins of other pages that may call, and read what is answered. */
    allowedOrigins?: string[]
  }

/** The values handed on beside a request: the address of the connection's other end, and for `/live` how to upgrade it. */
type Bindings = { address?: string }

/** The whole of Podo as a fetch handler: it knows its stores and nothing of the process around it. */
export function createApp(stores: Stores, settings: AppSettings): Hono {
  const accounts = createAccounts(stores, settings)
  const proxies = watchForProxies((sentence) => settings.log?.error(sentence))
  const visitOf = visitsBehind(settings.trustedProxies ?? [], proxies.see)
  const app = new Hono()
  app.onError((error, context) => {
    const refusal = refusalOf(error)
    if (refusal) return context.json({ error: refusal }, 503, retryAfterOf([refusal]))
    stores.onDefect(error, `answering ${routePath(context)}`)
    return context.json({ error: { code: "INTERNAL_SERVER_ERROR" } }, 500)
  })
  app.notFound((context) => context.json({ error: { code: "NOT_FOUND" } }, 404))
  guard(app, settings)
  app.route(
    "/",
    health(stores, () => (proxies.unnamed().length > 0 ? ["proxy-not-named"] : [])),
  )
  app.route("/api/auth", google(accounts, visitOf))
  for (const path of pathsWhere(({ shared }) => shared === "with-all")) {
    app.get(path, shareAnswers(inputAt(path)))
  }
  for (const path of pathsWhere(({ shared }) => shared === "unless-booked")) {
    app.get(path, shareUnlessBooked(accounts, { visitOf, input: inputAt(path) }))
  }
  // A change is answered in a few words that may not be kept anyway.
  app.get("/trpc/*", compressReading, noStoreByDefault)
  // Compressed or not, it is the same plan: its tag is a weak one.
  for (const path of pathsWhere(({ cacheable }) => cacheable === true)) {
    app.get(path, etag({ weak: true }))
  }
  const calls = watchCalls(settings, procedureNames)
  app.all("/trpc/*", procedures(accounts, "/trpc", { visitOf, calls }))
  app.route("/posters", posters(accounts, visitOf))
  app.route("/", linePage(accounts, { visitOf, onCall: calls.onCall }))
  app.route("/live", live(accounts, { origins: oursAnd(settings), visitOf }))
  if (settings.hasSignInLinks) app.route("/dev/sign-in", signInLinks(accounts, visitOf))
  // A mistyped address of the API, or of what has a port of its own, must not answer with the page.
  for (const path of ["/api/*", "/live/*", "/metrics/*", "/dev/*"]) {
    app.all(path, (context) => context.notFound())
  }
  if (settings.webRoot) app.route("/", pages(settings.webRoot))
  return app
}

const compressLarge = compress()

const compressReading: MiddlewareHandler = async (context, next) => {
  if (context.req.raw.headers.has("accept-encoding")) return compressLarge(context, next)
  await next()
  context.res.headers.append("vary", "Accept-Encoding")
}

/** The checks of every request before anything is done for it. */
function guard(app: Hono, settings: AppSettings) {
  const { publicUrl, allowedOrigins = [] } = settings
  // Also what is refused before all else has to be read by the pages that may.
  if (allowedOrigins.length > 0) app.use(admitOrigins(allowedOrigins))
  app.use(
    "/trpc/*",
    shedLoad(settings, (name) => metaOf(name)?.comesFirst === true),
  )
  app.use(
    watchRequests(settings),
    refuseMalformedHosts(),
    strictHeaders({ publicUrl, allowedOrigins }),
    refuseForeignOrigins(oursAnd(settings)),
    limitBodies((path) => metaOf(procedureAt(path))?.bodyBytesMax),
  )
  app.use(
    "/trpc/*",
    oneLargeAnswer((name) => metaOf(name)?.large === true),
  )
}

const PROCEDURES = "/trpc/"
const procedureAt = (path: string) =>
  path.startsWith(PROCEDURES) ? path.slice(PROCEDURES.length) : ""

const oursAnd = ({ publicUrl, allowedOrigins = [] }: AppSettings) => [
  ...originsOf(publicUrl),
  ...allowedOrigins,
]

function visitsBehind(
  proxies: string[],
  see: (address: string, forwardedFor: string | null) => void,
) {
  const addressOf = clientAddressBehind(proxies)
  return (context: Context): Visit => {
    const { headers } = context.req.raw
    // A caller without a server in between, such as a test, may hand on nothing.
    const { address: peer } = (context.env ?? {}) as Bindings
    const forwardedFor = headers.get("x-forwarded-for")
    const address = addressOf(peer, forwardedFor)
    see(address, forwardedFor)
    return {
      headers,
      address,
      setCookie: (cookie) => context.header("set-cookie", cookie, { append: true }),
    }
  }
}
