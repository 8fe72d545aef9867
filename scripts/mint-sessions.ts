import { mintSessions } from "@podo/accounts/mint-sessions"
import { connectDatabase } from "@podo/db/connect"
import { wholeNumber } from "./arguments.ts"
import { isProduction, readSettings } from "./env.ts"
import { Problem, runOrExplain } from "./problem.ts"
import { findRunning } from "./running-podo.ts"

// Test users, each signed in: one JSON line { userId, token } a user. The token serves as a bearer token.
await runOrExplain(async () => {
  if (isProduction()) {
    throw new Problem("NODE_ENV is production, where nobody is signed in by a script.")
  }
  const users = wholeNumber("users", 10)
  const db = connectDatabase(readSettings().databaseUrl ?? findRunning().databaseUrl)
  const minted = await mintSessions(db, users)
  console.log(minted.map((session) => JSON.stringify(session)).join("\n"))
  await db.destroy()
})
