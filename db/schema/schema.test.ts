import { expect, test } from "bun:test"
import { schemaOf } from "./generate.ts"
import { isMigrated, migrateToLatest } from "./migrate.ts"
import { openTestDatabase } from "../testing/testing.ts"

const db = await openTestDatabase()

test("db/schema.ts is what the migrated database says", async () => {
  const written = await Bun.file(`${import.meta.dir}/schema.ts`).text()
  // The formatter breaks long lines; what is said must be the same.
  const words = (text: string) => text.split(/\s+/)
  expect(words(await schemaOf(db))).toEqual(words(written))
})

test("several processes may migrate at once, and again changes nothing", async () => {
  const applied = await Promise.all([migrateToLatest(db), migrateToLatest(db), migrateToLatest(db)])
  expect(applied).toEqual([[], [], []])
  expect(await isMigrated(db)).toBe(true)
})
