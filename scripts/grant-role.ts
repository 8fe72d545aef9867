import { grantRole } from "@podo/accounts/grant-role"
import { GrantedRole } from "@podo/contract/account"
import { connectDatabase } from "@podo/db/connect"
import { flag, text } from "./arguments.ts"
import { readSettings } from "./env.ts"
import { Problem, runOrExplain } from "./problem.ts"
import { findRunning } from "./running-podo.ts"

const USAGE =
  "Usage: bun scripts/grant-role.ts --email PERSON --role organizer|admin, with --revoke to take it back."

// Makes somebody an organizer or an admin: the one way to the first of them.
await runOrExplain(async () => {
  const email = text("email")
  if (!email) throw new Problem(`--email is missing. ${USAGE}`)
  const role = GrantedRole.safeParse(text("role"))
  if (!role.success) throw new Problem(`--role is "${text("role") ?? ""}". ${USAGE}`)
  const db = connectDatabase(readSettings().databaseUrl ?? findRunning().databaseUrl)
  const wish = { email, role: role.data, revoke: flag("revoke") }
  const roles = await grantRole(db, wish).finally(() => db.destroy())
  if (!roles) {
    throw new Problem(`Nobody has the e-mail ${email}. They sign up first, then they get a role.`)
  }
  console.log(`${email}: ${roles.join(", ")}`)
})
