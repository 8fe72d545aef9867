import type { Accounts } from "@podo/accounts/accounts"
import { findSession } from "@podo/accounts/find-session"
import { sessionKeyOf } from "@podo/accounts/refuse-sessions"
import type { Session } from "@podo/accounts/session"
import type { Visit } from "@podo/accounts/visit"
import type { Refusal } from "@podo/contract/refusal"
import type { Listener } from "@podo/live/live"
import { type Context, Hono } from "hono"

/** Turns a request into a connection: what only the server around us can do. False when it is none that can be. */
type Upgrade = (listener: Listener, headers: Headers) => boolean

type LiveSettings = {
  /** Of pages that may listen: a foreign one would hear what concerns the person in front of it. */
  origins: string[]
  visitOf: (context: Context) => Visit
}

const NOT_ALLOWED = { code: "NOT_ALLOWED" } as const satisfies Refusal

/** `/live`: from a request to a connection. The session is checked here, once. */
export function live(accounts: Accounts, { origins, visitOf }: LiveSettings): Hono {
  const ours = new Set(origins)
  const app = new Hono<{ Bindings: { upgrade?: Upgrade } }>()
  app.get("/", async (context) => {
    const origin = context.req.header("origin")
    // Scripts send none; a browser always does.
    if (origin !== undefined && !ours.has(origin)) {
      return context.json({ error: NOT_ALLOWED }, 403)
    }
    const setCookies = new Headers()
    const visit = {
      ...visitOf(context),
      setCookie: (cookie: string) => setCookies.append("set-cookie", cookie),
    }
    const isUpgrade = context.req.header("upgrade")?.toLowerCase() === "websocket"
    // A caller without a server in between, such as a test, hands on nothing.
    const env: { upgrade?: Upgrade } | undefined = context.env
    if (isUpgrade && env?.upgrade) {
      const session = await findSession(accounts, visit)
      const listener = { address: visit.address, session: session && listeningAs(session) }
      if (env.upgrade(listener, setCookies)) return new Response(null, { status: 101 })
    }
    context.header("upgrade", "websocket")
    return context.json({ error: { code: "UPGRADE_REQUIRED" } }, 426)
  })
  return app as unknown as Hono
}

const listeningAs = ({ userId, sessionId, token }: Session): Listener["session"] => ({
  userId,
  sessionId,
  key: sessionKeyOf(token),
})
