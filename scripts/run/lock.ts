import { Database } from "bun:sqlite"
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { Problem } from "./problem.ts"

// Kept here, for a lock that is collected as garbage is given back.
const held: Database[] = []

/**
 * One process at a time may run the stores of a data folder. SQLite's lock is used because the system gives it back when
 * its owner dies, so it can never be stale.
 */
export function lockData(data: string) {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 })
  } catch {
    throw new Problem(
      `PODO_DATA is ${data}, which cannot be created: set it to a folder that you may write to.`,
    )
  }
  const lock = openLock(join(data, "lock"))
  try {
    lock.run("PRAGMA locking_mode = EXCLUSIVE")
    lock.run("BEGIN EXCLUSIVE")
  } catch (error) {
    if (!String(error).includes("locked")) throw error
    throw new Problem(
      `Podo is already running from ${data}: stop it first, or set PODO_DATA to another folder.`,
    )
  }
  held.push(lock)
}

function openLock(path: string) {
  try {
    return new Database(path, { create: true })
  } catch {
    throw new Problem(
      `PODO_DATA holds ${path}, which cannot be opened: set it to a folder that you may write to.`,
    )
  }
}
