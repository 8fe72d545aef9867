import { readTestSettings, setTestStores } from "../run/env.ts"
import { runOrExplain } from "../run/problem.ts"
import { prepareFound } from "./stores.ts"
import { startThrowAway } from "./throw-away.ts"

// Runs before the tests: takes the stores that ./scripts/test has started, or starts a pair for this process.
await runOrExplain(async () => {
  const settings = readTestSettings()
  if (!settings.wantsStores || settings.alreadyGiven) return
  const pairs = settings.stores && JSON.parse(settings.stores)
  setTestStores(
    pairs?.[settings.worker - 1] ?? (await startThrowAway(settings.databaseUrl, prepareFound)),
  )
})
