import { Command } from "@commander-js/extra-typings"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { connectDatabase } from "@podo/db/connect"
import { isProduction, readSettings } from "../run/env.ts"
import { Problem } from "../run/problem.ts"
import { wholeNumber } from "./options.ts"
import { findRunning } from "./running-podo.ts"

export const mintSessionsCommand = new Command("mint-sessions")
  .description(
    "make test users with a session each: a JSON line { userId, token } a user, whose token is a bearer token",
  )
  .option("--users <count>", "how many", wholeNumber, 10)
  .action(async ({ users }) => {
    if (isProduction()) {
      throw new Problem("NODE_ENV is production, where no script signs anybody in.")
    }
    const db = connectDatabase(readSettings().databaseUrl ?? findRunning().databaseUrl)
    const minted = await mintSessions(db, users)
    console.log(minted.map((session) => JSON.stringify(session)).join("\n"))
    await db.destroy()
  })
