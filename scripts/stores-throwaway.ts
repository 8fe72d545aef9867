import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Running } from "./programs.ts"
import { checkDatabaseUrl, runOn } from "./stores-given.ts"
import type { StoreFolder } from "./stores-folder.ts"
import type { Stores } from "./stores.ts"

type ThrowAwayStores = {
  databaseUrl: string
  redisUrl: string
  stop: () => Promise<unknown>
}

type Prepare = (
  given: { databaseUrl: string | undefined; redisUrl: undefined },
  folder: StoreFolder,
) => Promise<Stores>

/**
 * Stores for one run of tests. On a server that was given they use a database of their own name, which goes afterwards;
 * a Redis that was given is left alone, for tests empty theirs. All of it goes with this process, however it ends.
 */
export async function startThrowAway(databaseUrl: string | undefined, prepare: Prepare) {
  const folder = { path: mkdtempSync(join(tmpdir(), "podo-test-")), throwAway: true }
  const stores = await prepare({ databaseUrl, redisUrl: undefined }, folder)
  const [own, ...running] = await Promise.all([
    databaseUrl ? createOwnDatabase(databaseUrl) : undefined,
    ...stores.programs.map((program) => program.start()),
  ])
  return {
    databaseUrl: own?.url ?? stores.databaseUrl,
    redisUrl: stores.redisUrl,
    stop: () => Promise.all([own?.stop(), ...running.map((store) => store.stop())]),
  } satisfies ThrowAwayStores
}

async function createOwnDatabase(databaseUrl: string) {
  await checkDatabaseUrl(databaseUrl)
  const own = new URL(databaseUrl)
  own.pathname = `/podo_test_${crypto.randomUUID().slice(0, 8)}`
  await runOn(own.href, `CREATE DATABASE ${own.pathname.slice(1)}`)
  return { url: own.href, stop: dropAfterwards(own.href).stop }
}

/** A process that drops the database when its stdin closes: when it is told to, or when this process is gone. */
function dropAfterwards(url: string): Pick<Running, "stop"> {
  const dropper = Bun.spawn([process.execPath, join(import.meta.dir, "drop-database.ts")], {
    stdio: ["pipe", "ignore", "inherit"],
    detached: true,
  })
  void dropper.stdin.write(url)
  void dropper.stdin.flush()
  dropper.unref()
  return {
    stop: async () => {
      dropper.ref()
      await dropper.stdin.end()
      await dropper.exited
    },
  }
}
