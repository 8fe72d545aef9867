import { mintSessions } from "@podo/accounts/mint-sessions"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { PerformanceId } from "@podo/contract/ids"
import { PLACES_PER_CLAIM_MAX } from "@podo/contract/limits"
import { closeStores, openStores } from "@podo/db/stores"
import { connectApi } from "./api-client.ts"
import { text, wholeNumber } from "./arguments.ts"
import { isProduction } from "./env.ts"
import { Problem, runOrExplain } from "./problem.ts"
import { findRunning } from "./running-podo.ts"
import { sellOut } from "./sale-crowd.ts"

const USAGE = "Usage: bun scripts/on-sale.ts --users N --performance P --seats K [--seed S]."

// A seeded crowd comes to a performance of a Podo that runs, claims and confirms; the verifier has the last word.
await runOrExplain(async () => {
  if (isProduction()) throw new Problem("NODE_ENV is production: no crowd is sent there.")
  const { url, ...urls } = findRunning()
  const stores = await openStores(urls, console.error)
  const users = wholeNumber("users", 200)
  const seats = Math.min(wholeNumber("seats", 2), PLACES_PER_CLAIM_MAX)
  const sessions = await mintSessions(stores.db, users)
  const crowd = sessions.map(({ token }) => connectApi(text("url") ?? url, token))
  const performanceId = performanceAsked()
  const seed = wholeNumber("seed", 1)
  await sellOut({ crowd, performanceId, seats, seed })
  const { drift, ...counts } = await verifyPerformance(stores, performanceId)
  console.log(
    `verifier ${counts.capacity} places, ${counts.sold} sold, ${counts.held} held, ${drift.length} wrong`,
  )
  for (const wrong of drift) console.log(`         ${JSON.stringify(wrong)}`)
  process.exitCode = drift.length === 0 ? 0 : 1
  await closeStores(stores)
})

function performanceAsked(): PerformanceId {
  const asked = text("performance") ?? ""
  const parsed = PerformanceId.safeParse(asked)
  if (parsed.success) return parsed.data
  throw new Problem(`--performance is "${asked}": it must be the id of a performance. ${USAGE}`)
}
