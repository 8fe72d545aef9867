import { mintSessions } from "@podo/accounts/mint-sessions"
import { migrateToLatest } from "@podo/db/migrate"
import { openStores } from "@podo/db/stores"
import autocannon from "autocannon"
import { wholeNumber } from "./arguments.ts"
import { startBenchApi } from "./bench-api.ts"
import { median } from "./measures.ts"
import { Problem, runOrExplain } from "./problem.ts"
import { prepareFound } from "./stores.ts"
import { startThrowAway } from "./stores-throwaway.ts"

const CONNECTIONS = 50
const WARM_UP_SECONDS = 10

// What it costs to know who is asking: an empty mutation of somebody who is signed in, beside one that anybody may
// call, in turns within one run. The ratio is what counts; the numbers depend on the machine, which api, Redis and
// the load share.
await runOrExplain(async () => {
  const [rounds, seconds, users] = [
    wholeNumber("rounds", 5),
    wholeNumber("seconds", 3),
    wholeNumber("users", 500),
  ]
  const { stop, ...urls } = await startThrowAway(undefined, prepareFound)
  const stores = await openStores(urls, console.error)
  await migrateToLatest(stores.db)
  const sessions = await mintSessions(stores.db, users)
  const api = await startBenchApi("bench-auth-api.ts", urls)
  // As many visitors without a session, in headers of the same length: to whoever sends them both are alike.
  const anonymous = {
    url: `${api.url}/trpc/anonymous`,
    headers: sessions.map(({ token }) => ({ "x-forwarded-for": `Nobody ${token}` })),
  }
  const signedIn = {
    url: `${api.url}/trpc/signedIn`,
    headers: sessions.map(({ token }) => ({ authorization: `Bearer ${token}` })),
  }
  // Until the compiler has seen enough of both, neither is as fast as it will be.
  await measured(anonymous, WARM_UP_SECONDS)
  await measured(signedIn, WARM_UP_SECONDS)
  const ratios: number[] = []
  const costs: number[] = []
  for (let round = 1; round <= rounds; round++) {
    const without = await measured(anonymous, seconds)
    const within = await measured(signedIn, seconds)
    ratios.push(within.perSecond / without.perSecond)
    costs.push(without.cpuUs / within.cpuUs)
    console.log(
      `round ${round}: anonymous ${told(without)}, signed in ${told(within)}, ratio ${ratios.at(-1)?.toFixed(3)}`,
    )
  }
  console.log(
    `median ratio ${median(ratios).toFixed(3)}, of CPU ${median(costs).toFixed(3)} (${users} sessions, ${CONNECTIONS} connections)`,
  )
  await api.stop()
  await stop()
  process.exit(0)
})

type Calls = { url: string; headers: Record<string, string>[] }

type Measured = { perSecond: number; cpuUs: number }

function told({ perSecond, cpuUs }: Measured) {
  return `${perSecond.toFixed(0)}/s (${cpuUs.toFixed(1)} us of CPU each)`
}

async function measured({ url, headers }: Calls, seconds: number): Promise<Measured> {
  const json = { "content-type": "application/json" }
  const before = await cpuUsedUs(url)
  const { requests, non2xx, errors } = await autocannon({
    url,
    method: "POST",
    connections: CONNECTIONS,
    duration: seconds,
    body: "{}",
    headers: json,
    // Each connection begins with visitors of its own.
    setupClient: (client) => {
      const first = Math.floor(Math.random() * headers.length)
      const visitors = [...headers.slice(first), ...headers.slice(0, first)]
      client.setRequests(
        visitors.map((visitor) => ({
          method: "POST",
          body: "{}",
          headers: { ...json, ...visitor },
        })),
      )
    },
  })
  if (non2xx + errors > 0) {
    throw new Problem(`${non2xx + errors} calls failed: nothing was measured.`)
  }
  const cpuUs = ((await cpuUsedUs(url)) - before) / requests.total
  return { perSecond: requests.average, cpuUs }
}

async function cpuUsedUs(url: string): Promise<number> {
  const answer = await fetch(new URL("/cpu", url))
  const { usedUs } = (await answer.json()) as { usedUs: number }
  return usedUs
}
