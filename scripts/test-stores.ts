import { readTestSettings, setTestStores } from "./env.ts"
import { prepareFound } from "./stores.ts"
import { startThrowAway } from "./stores-throwaway.ts"

// Runs before the first test: finds the stores that ./scripts/test has started, or starts a pair for this process.
const settings = readTestSettings()
if (settings.wantsStores && !settings.alreadyGiven) {
  const pairs = settings.stores && JSON.parse(settings.stores)
  setTestStores(
    pairs?.[settings.worker - 1] ?? (await startThrowAway(settings.databaseUrl, prepareFound)),
  )
}
