import type { Accounts } from "@podo/accounts/accounts"
import { finishGoogle, startGoogle } from "@podo/accounts/google-sign-in"
import type { Visit } from "@podo/accounts/visit"
import { StartGoogle } from "@podo/contract/account"
import { Refused } from "@podo/contract/refusal"
import { type Context, Hono } from "hono"
import { fieldIssuesOf } from "../edge/field-issues.ts"
import { retryAfterOf } from "../edge/retry-after.ts"

/** All that is reachable of signing in beside the procedures: the way to Google, and the way back. */
export function google(accounts: Accounts, visitOf: (context: Context) => Visit) {
  const routes = new Hono()
  const { google: provider } = accounts
  if (!provider) return routes
  const withGoogle = { ...accounts, google: provider }

  routes.post("/sign-in/social", async (context) => {
    // A page of another site can send a form with people's cookies, but not JSON.
    if (!context.req.header("content-type")?.startsWith("application/json")) {
      return context.json({ error: { code: "UNSUPPORTED_MEDIA_TYPE" } }, 415)
    }
    const wish = StartGoogle.safeParse(await context.req.json().catch(() => undefined))
    if (!wish.success) return context.json({ error: { issues: fieldIssuesOf(wish.error) } }, 400)
    context.header("cache-control", "no-store")
    try {
      return context.json(await startGoogle(withGoogle, visitOf(context), wish.data))
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code !== "TOO_MANY_REQUESTS") throw error
      return context.json({ error: error.refusal }, 429, retryAfterOf([error.refusal]))
    }
  })

  routes.get("/callback/google", async (context) => {
    const to = await finishGoogle(withGoogle, visitOf(context), context.req.query())
    context.header("cache-control", "no-store")
    return context.redirect(to)
  })
  return routes
}
