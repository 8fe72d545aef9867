import { existsSync, rmSync } from "node:fs"
import { databaseOf, runOn } from "./given.ts"

// Is told on stdin what a run of tests leaves behind, and removes it when stdin closes: whoever made it is then gone.
const { folder, databaseUrl } = await Bun.stdin.json()

const REMOVED_WITHIN_MS = 10_000
const deadline = Date.now() + REMOVED_WITHIN_MS
while (existsSync(folder) && Date.now() < deadline) {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch {
    // A server that is just being killed may still have written a file.
    await Bun.sleep(50)
  }
}

const name = databaseUrl ? databaseOf(databaseUrl) : ""
if (/^podo_test_\w+$/.test(name)) await runOn(databaseUrl, `DROP DATABASE IF EXISTS ${name}`)
