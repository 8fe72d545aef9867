import type { Me } from "@podo/contract/account"
import { UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Database } from "@podo/db/connect"
import type { Stores } from "@podo/db/stores"
import { isAPIError } from "better-auth/api"
import type { Auth } from "./auth.ts"
import { listRoles } from "./roles.queries.ts"

const RETRY_MS = 1_000
const PRINTABLE_ASCII = /^[ -~]*$/

/** Who is asking, by their cookie or bearer token; null when nobody is signed in. Refuses with STORE_UNAVAILABLE. */
export async function findSession(auth: Auth, headers: Headers, onDefect: Stores["onDefect"]) {
  // No token of ours looks like that, and the database would not know how to compare it.
  if (!PRINTABLE_ASCII.test(headers.get("authorization") ?? "")) return null
  // The first connection after the database was away may be a dead one: a second look is free.
  const session = await lookUp(auth, headers)
    .catch(() => lookUp(auth, headers))
    .catch((error: unknown) => {
      // The library hides what failed, but all that it does here is to ask the database.
      onDefect(error, "looking up a session")
      throw new Refused({ code: "STORE_UNAVAILABLE", retryAfterMs: RETRY_MS })
    })
  if (!session) return null
  const { id, name, email } = session.user
  return { userId: UserId.parse(id), name, email }
}

async function lookUp(auth: Auth, headers: Headers) {
  return auth.api.getSession({ headers }).catch((error: unknown) => {
    // Ended on another device at this very moment.
    if (isAPIError(error) && error.statusCode < 500) return null
    throw error
  })
}
export type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>

export async function readMe(db: Database, session: Session | null): Promise<Me | null> {
  if (!session) return null
  const roles = await listRoles(db, session.userId)
  return { ...session, roles: ["user", ...roles] }
}
