import type { UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import { isOrphan } from "@podo/db/errors"
import { againWhenLocked } from "@podo/db/transaction"
import type { Accounts } from "./accounts.ts"
import { leaveSession } from "./end-sessions.ts"
import { findSession } from "./find-session.ts"
import type { Visit } from "./visit.ts"

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
