import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { checkDatabaseServer, databaseOf, runOn } from "./given.ts"
import type { StoreFolder } from "./folder.ts"
import type { Stores } from "./stores.ts"

type Prepare = (
  given: { databaseUrl: string | undefined; redisUrl: undefined },
  folder: StoreFolder,
) => Promise<Stores>

/**
 * Stores for one run of tests. On a server that was given they use a database of their own name, which goes afterwards;
 * a Redis that was given is left alone, for tests empty theirs. All of it goes with this process, however it ends.
 */
export async function startThrowAway(databaseUrl: string | undefined, prepare: Prepare) {
  if (databaseUrl) await checkDatabaseServer(databaseUrl)
  const own = databaseUrl && ownDatabaseOn(databaseUrl)
  const folder = mkdtempSync(join(tmpdir(), "podo-test-"))
  const remains = clearAwayAfterwards({ folder, databaseUrl: own })
  if (own) await runOn(own, `CREATE DATABASE ${databaseOf(own)}`)
  const given = { databaseUrl: own, redisUrl: undefined }
  const stores = await prepare(given, { path: folder, throwAway: true })
  const running = await Promise.all(stores.programs.map((program) => program.start()))
  return {
    databaseUrl: stores.databaseUrl,
    redisUrl: stores.redisUrl,
    stop: async () => {
      await Promise.all(running.map((store) => store.stop()))
      await remains.clearAway()
    },
  }
}

function ownDatabaseOn(databaseUrl: string) {
  const own = new URL(databaseUrl)
  own.pathname = `/podo_test_${crypto.randomUUID().slice(0, 8)}`
  return own.href
}

/** Leaves it to a process of its own, which begins when its stdin closes: when it is told to, or when we are gone. */
function clearAwayAfterwards(remains: { folder: string; databaseUrl: string | undefined }) {
  const cleaner = Bun.spawn([process.execPath, join(import.meta.dir, "clear-away.ts")], {
    stdio: ["pipe", "ignore", "inherit"],
    detached: true,
  })
  void cleaner.stdin.write(JSON.stringify(remains))
  void cleaner.stdin.flush()
  cleaner.unref()
  return {
    clearAway: async () => {
      cleaner.ref()
      await cleaner.stdin.end()
      await cleaner.exited
    },
  }
}
