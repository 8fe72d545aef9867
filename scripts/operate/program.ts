import { Command } from "@commander-js/extra-typings"
import { benchCommand } from "../bench/command.ts"
import { crowdCommand } from "../crowd/command.ts"
import { onSaleCommand } from "../crowd/on-sale.ts"
import { pathOf } from "../run/env.ts"
import { createEventsCommand } from "./create-events.ts"
import { generateSchemaCommand, migrateCommand, seedCommand } from "./database.ts"
import { exportBookingsCommand } from "./export-bookings.ts"
import { grantRoleCommand } from "./grant-role.ts"
import { importHallCommand } from "./import-hall.ts"
import { mintSessionsCommand } from "./mint-sessions.ts"
import { remakePostersCommand } from "./remake-posters.ts"
import { verifyDrawCommand } from "./verify-draw.ts"

// Programs of their own, which are loaded only when they run.
const devCommand = new Command("dev")
  .description("run api, worker and page, reloaded as you type")
  .action(async () => void (await import("../run/dev.ts")))

const picturesCommand = new Command("pictures")
  .description("make the README's pictures anew, from the real page on stores of their own")
  .option("--out <folder>", "where to; .github without it", pathOf)
  .action(async ({ out }) => (await import("../e2e/pictures.ts")).takePictures(out))

const checkCommand = new Command("check")
  .description("check format, lint, types, dead code and the rules of the house")
  .action(async () => void (await import("../check/main.ts")))

// A usage error is told from a failure of the work by its exit code, as shells do.
const USAGE_ERROR = 2

const GROUPS = {
  "Operate a Podo that runs (PODO_DATA, or DATABASE_URL and REDIS_URL):": [
    grantRoleCommand,
    importHallCommand,
    exportBookingsCommand,
    verifyDrawCommand,
    migrateCommand,
    remakePostersCommand,
  ],
  "Try it out:": [
    seedCommand,
    createEventsCommand,
    mintSessionsCommand,
    onSaleCommand,
    crowdCommand,
  ],
  "Change it:": [devCommand, checkCommand, generateSchemaCommand, benchCommand, picturesCommand],
}

/** `./scripts/podo`: every command, with strict flags. */
export const program = new Command("./scripts/podo")
  .description("The commands of Podo. ./scripts/start runs it, ./scripts/test runs the suite.")
  .helpCommand(false)
  .exitOverride(({ exitCode, code }) => {
    const isHelp = code === "commander.helpDisplayed" || code === "commander.help"
    process.exit(isHelp ? 0 : exitCode && USAGE_ERROR)
  })

for (const [group, commands] of Object.entries(GROUPS)) {
  for (const command of commands) {
    program.addCommand(command.helpGroup(group).copyInheritedSettings(program))
  }
}
