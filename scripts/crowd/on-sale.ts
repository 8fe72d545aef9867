import { Command } from "@commander-js/extra-typings"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { PLACES_PER_CLAIM_MAX } from "@podo/contract/limits"
import { closeStores, openStores } from "@podo/stores/stores"
import { connectApi } from "../operate/api-client.ts"
import { performanceIdOf, urlOption, wholeNumber } from "../operate/options.ts"
import { findRunning } from "../operate/running-podo.ts"
import { isProduction } from "../run/env.ts"
import { Problem } from "../run/problem.ts"
import { sellOut } from "./sale-crowd.ts"

export const onSaleCommand = new Command("on-sale")
  .description("send a seeded crowd that claims and confirms; the verifier has the last word")
  .requiredOption("--performance <id>", "which performance", performanceIdOf)
  .option("--users <count>", "how many come", wholeNumber, 200)
  .option("--seats <count>", "places that each of them wants", wholeNumber, 2)
  .option("--seed <number>", "the same seed is the same crowd", wholeNumber, 1)
  .addOption(urlOption())
  .action(async (asked) => {
    if (isProduction()) throw new Problem("NODE_ENV is production: no crowd is sent there.")
    const { url, ...urls } = findRunning()
    const stores = await openStores(urls, console.error)
    const sessions = await mintSessions(stores.db, asked.users)
    const crowd = sessions.map(({ token }) => connectApi(asked.url ?? url, token))
    const seats = Math.min(asked.seats, PLACES_PER_CLAIM_MAX)
    await sellOut({ crowd, performanceId: asked.performance, seats, seed: asked.seed })
    const { drift, ...counts } = await verifyPerformance(stores, asked.performance)
    console.log(
      `verifier ${counts.capacity} places, ${counts.sold} sold, ${counts.held} held, ${drift.length} wrong`,
    )
    for (const wrong of drift) console.log(`         ${JSON.stringify(wrong)}`)
    process.exitCode = drift.length === 0 ? 0 : 1
    await closeStores(stores)
  })
