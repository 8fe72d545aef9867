import { join } from "node:path"
import { readdir } from "node:fs/promises"
import { sql } from "kysely"
import { type Migration, Migrator } from "kysely/migration"
import type { Database } from "../connection/connect.ts"

const folder = join(import.meta.dir, "../migrations")

/** Each migration is one SQL statement in one file: MySQL commits DDL at once, so two could be half applied. */
async function readMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).toSorted()
  const migrations = names.map(async (name) => {
    const statement = await Bun.file(`${folder}/${name}`).text()
    const up = async (db: Database) => void (await sql.raw(statement).execute(db))
    return [name.replace(".sql", ""), { up }] as const
  })
  return Object.fromEntries(await Promise.all(migrations))
}

const migratorOf = (db: Database) =>
  new Migrator({
    db,
    provider: { getMigrations: readMigrations },
    migrationTableName: "migration",
    migrationLockTableName: "migration_lock",
  })

/** Brings the database up to date. Several processes may call this at once: one does the work. */
export async function migrateToLatest(db: Database): Promise<string[]> {
  const { error, results = [] } = await migratorOf(db).migrateToLatest()
  if (error) throw error
  return results.map(({ migrationName }) => migrationName)
}

/** Whether every migration that this program knows has been applied. */
export async function isMigrated(db: Database): Promise<boolean> {
  const migrations = await migratorOf(db).getMigrations()
  return migrations.every(({ executedAt }) => executedAt !== undefined)
}
