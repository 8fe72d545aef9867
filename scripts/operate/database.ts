import { Command } from "@commander-js/extra-typings"
import { connectDatabase, type Database } from "@podo/db/connect"
import { schemaOf } from "@podo/db/generate-schema"
import { migrateToLatest } from "@podo/db/migrate"
import { seed } from "@podo/db/seed"
import { join } from "node:path"
import { demoPosterOf } from "@podo/posters/demo-poster"
import { readSettings, ROOT } from "../run/env.ts"
import { findRunning } from "./running-podo.ts"

export const migrateCommand = new Command("migrate")
  .description(
    "bring the database up to date; several may do it at once, and one of them does the work",
  )
  .action(() =>
    onDatabase(async (db) => {
      const applied = await migrateToLatest(db)
      console.log(
        applied.length === 0
          ? "The database is up to date."
          : `${applied.length} ${applied.length === 1 ? "migration was" : "migrations were"} applied.`,
      )
    }),
  )

export const seedCommand = new Command("seed")
  .description("add the demo's halls, events and people, as far as they are not there")
  .action(() =>
    onDatabase(async (db) => {
      await seed(db, demoPosterOf)
      console.log("The demo is there.")
    }),
  )

export const generateSchemaCommand = new Command("generate-schema")
  .description(
    "write the types of the tables, db/schema/schema.ts, anew from the migrated database",
  )
  .action(() =>
    onDatabase(async (db) => {
      await Bun.write(join(ROOT, "db/schema/schema.ts"), await schemaOf(db))
      console.log("db/schema/schema.ts is written.")
    }),
  )

async function onDatabase(work: (db: Database) => Promise<void>) {
  const db = connectDatabase(readSettings().databaseUrl ?? findRunning().databaseUrl)
  await work(db).finally(() => db.destroy())
}
