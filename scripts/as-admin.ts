import { grantRole } from "@podo/accounts/grant-role"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { connectDatabase } from "@podo/db/connect"
import { connectApi, type Api } from "./api-client.ts"
import { text } from "./arguments.ts"
import { isProduction } from "./env.ts"
import { Problem } from "./problem.ts"
import { findRunning } from "./running-podo.ts"

/**
 * Works at the desk of a Podo that runs: as whoever `--token` belongs to, or else as an admin who is made for
 * this work and is none any more after it.
 */
export async function asAdmin(work: (api: Api) => Promise<void>): Promise<void> {
  const { url, databaseUrl } = findRunning()
  const token = text("token")
  if (token) return work(connectApi(text("url") ?? url, token))
  if (isProduction()) {
    throw new Problem("NODE_ENV is production: give --token, the token of an organizer's session.")
  }
  const db = connectDatabase(databaseUrl)
  try {
    const [admin] = await mintSessions(db, 1)
    if (!admin) throw new Error("No session was minted.")
    const wish = { email: `${admin.userId}@example.com`, role: "admin" as const }
    await grantRole(db, { ...wish, revoke: false })
    try {
      await work(connectApi(text("url") ?? url, admin.token))
    } finally {
      await grantRole(db, { ...wish, revoke: true })
    }
  } finally {
    await db.destroy()
  }
}
