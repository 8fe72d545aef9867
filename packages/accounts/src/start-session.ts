import { UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { isOrphan } from "@podo/db/errors"
import { againWhenLocked } from "@podo/db/transaction"
import type { BetterAuthPlugin } from "better-auth"
import { createAuthEndpoint } from "better-auth/api"
import { setSessionCookie } from "better-auth/cookies"
import { z } from "zod"
import type { Accounts } from "./accounts.ts"
import { leaveSession } from "./end-sessions.ts"
import { findSession } from "./find-session.ts"
import type { Visit } from "./visit.ts"

/** Lets our deeds sign in who has proved by a code who they are. It has no route: nobody can call it from outside. */
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

/** Signs a person in on the device that asks. Refuses with SIGN_IN_REQUIRED when they are deleted just now. */
export async function startSession(accounts: Accounts, visit: Visit, userId: UserId) {
  const left = await findSession(accounts, visit)
  const start = { body: { userId }, headers: visit.headers, returnHeaders: true } as const
  const starting = againWhenLocked(() => accounts.auth.api.startSession(start))
  const { headers } = await starting.catch((error: unknown) => {
    throw isOrphan(error) ? new Refused({ code: "SIGN_IN_REQUIRED" }) : error
  })
  await leaveSession(accounts, left)
  for (const cookie of headers.getSetCookie()) visit.setCookie(cookie)
}
