import { UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { BetterAuthPlugin } from "better-auth"
import { createAuthEndpoint } from "better-auth/api"
import { setSessionCookie } from "better-auth/cookies"
import { z } from "zod"

/** Lets our actions sign in a person whose identity a code has proved. It has no route: it cannot be called from outside. */
export const startsSessions = () =>
  ({
    id: "starts-sessions",
    endpoints: {
      startSession: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ userId: UserId }), requireHeaders: true },
        async (context) => {
          const { internalAdapter } = context.context
          const { userId } = context.body
          const user = await internalAdapter.findUserById(userId)
          if (!user) throw new Refused({ code: "SIGN_IN_REQUIRED" })
          const session = await internalAdapter.createSession(userId)
          await setSessionCookie(context, { session, user })
        },
      ),
    },
  }) satisfies BetterAuthPlugin
