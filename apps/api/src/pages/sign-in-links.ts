import type { Accounts } from "@podo/accounts/accounts"
import { redeemSignInLink } from "@podo/accounts/sign-in-links"
import type { Visit } from "@podo/accounts/visit"
import { type Context, Hono } from "hono"

/** `/dev/sign-in/:code`: a link that ./scripts/start prints, for the desk of the demo. Only in development. */
export function signInLinks(accounts: Accounts, visitOf: (context: Context) => Visit): Hono {
  return new Hono().get("/:code", async (context) => {
    context.header("cache-control", "no-store")
    const isIn = await redeemSignInLink(accounts, visitOf(context), context.req.param("code"))
    return context.redirect(isIn ? "/desk" : "/sign-in")
  })
}
