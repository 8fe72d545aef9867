import { grantRole } from "@podo/accounts/grant-role"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { connectDatabase } from "@podo/db/connect"
import { connectApi, type Api } from "./api-client.ts"
import { isProduction } from "../run/env.ts"
import { Problem } from "../run/problem.ts"
import { findRunning } from "./running-podo.ts"

/**
 * Works at the desk of a Podo that runs: as the person of `token`, or else as an admin who is made for this work and is
 * none any more after it.
 */
export async function asAdmin(
  asked: { token?: string | undefined; url?: string | undefined },
  work: (api: Api) => Promise<void>,
): Promise<void> {
  const { url: ours, databaseUrl } = findRunning()
  const url = asked.url ?? ours
  if (asked.token) return work(connectApi(url, asked.token))
  if (isProduction()) {
    throw new Problem("NODE_ENV is production: give --token, the token of an organizer's session.")
  }
  const db = connectDatabase(databaseUrl)
  try {
    const [admin] = await mintSessions(db, 1)
    if (!admin) throw new Error("No session was minted.")
    const role = { email: `${admin.userId}@example.com`, role: "admin" as const }
    await grantRole(db, { ...role, revoke: false })
    try {
      await work(connectApi(url, admin.token))
    } finally {
      await grantRole(db, { ...role, revoke: true })
    }
  } finally {
    await db.destroy()
  }
}
