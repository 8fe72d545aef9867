import { Command, Option } from "@commander-js/extra-typings"
import { grantRole } from "@podo/accounts/grant-role"
import { GrantedRole } from "@podo/contract/account"
import { connectDatabase } from "@podo/db/connect"
import { readSettings } from "../run/env.ts"
import { Problem } from "../run/problem.ts"
import { findRunning } from "./running-podo.ts"

export const grantRoleCommand = new Command("grant-role")
  .description("make a person an organizer or an admin: the one way to the first of them")
  .requiredOption("--email <email>", "the person, who has signed up before")
  .addOption(
    new Option("--role <role>", "what they become")
      .choices(GrantedRole.options)
      .makeOptionMandatory(),
  )
  .option("--revoke", "take the role back")
  .action(async ({ email, role, revoke = false }) => {
    const db = connectDatabase(readSettings().databaseUrl ?? findRunning().databaseUrl)
    const roles = await grantRole(db, { email, role, revoke }).finally(() => db.destroy())
    if (!roles) {
      throw new Problem(`Nobody has the e-mail ${email}. They sign up first, then they get a role.`)
    }
    console.log(`${email}: ${roles.join(", ")}`)
  })
