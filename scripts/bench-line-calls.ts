import autocannon from "autocannon"
import { quantile } from "./measures.ts"
import { Problem } from "./problem.ts"

export type Visitor = Record<"authorization" | "x-forwarded-for", string>

export type Calls = {
  /** Of the api to be measured: its path and, for a query, its input. */
  url: string
  method: "GET" | "POST"
  body?: string
  visitors: Visitor[]
  connections: number
}

export type Called = { perSecond: number; cpuUs: number; p50: number; p99: number }

/** Each visitor calls once, over so many connections; every call must succeed. */
export async function callOnceEach(calls: Calls): Promise<Called> {
  const { url, method, body, visitors, connections } = calls
  const { pathname, search } = new URL(url)
  const json = { "content-type": "application/json" }
  const requests = visitors.map((visitor) => ({
    method,
    path: `${pathname}${search}`,
    headers: { ...json, ...visitor },
    ...(body !== undefined && { body }),
  }))
  const ms: number[] = []
  const endedAt: number[] = []
  let wrong = 0
  let client = 0
  const share = Math.floor(requests.length / connections)
  const before = await cpuUsedUs(url)
  const done = Promise.withResolvers<void>()
  const options: autocannon.Options = {
    url,
    method,
    connections,
    amount: share * connections,
    // How soon it looks whether all is done.
    sampleInt: 20,
    setupClient: (one) => {
      one.setRequests(requests.slice(client * share, ++client * share))
    },
  }
  const running = autocannon(options, (error: Error | null) =>
    error ? done.reject(error) : done.resolve(),
  )
  running.on("response", (_, status, __, responseMs) => {
    ms.push(responseMs)
    endedAt.push(performance.now())
    if (status !== 200) wrong += 1
  })
  running.on("reqError", (error: Error) => done.reject(error))
  await done.promise
  if (wrong > 0) throw new Problem(`${wrong} calls of ${url} failed: nothing was measured.`)
  const cpuUs = ((await cpuUsedUs(url)) - before) / ms.length
  ms.sort((one, other) => one - other)
  // From when every connection has had its first answer.
  const [first = 0, last = 0] = [endedAt[connections - 1], endedAt.at(-1)]
  return {
    perSecond: ((ms.length - connections) / (last - first)) * 1_000,
    cpuUs,
    p50: quantile(ms, 0.5),
    p99: quantile(ms, 0.99),
  }
}

async function cpuUsedUs(url: string): Promise<number> {
  const answer = await fetch(new URL("/cpu", url))
  const { usedUs } = (await answer.json()) as { usedUs: number }
  return usedUs
}
