import autocannon from "autocannon"
import { quantile } from "./measures.ts"
import { Problem } from "./problem.ts"

const CONNECTIONS = 50
const CALLS_ALONE_MAX = 300

export type Call = { url: string; headers?: Record<string, string> }

/** How long answers take, in ms. */
export type Times = { p50: number; p99: number }

/** When nobody else asks. */
export async function aloneAt({ url, headers = {} }: Call, seconds: number): Promise<Times> {
  const until = performance.now() + seconds * 1_000
  const took: number[] = []
  while (performance.now() < until && took.length < CALLS_ALONE_MAX) {
    const began = performance.now()
    const answer = await fetch(url, { headers })
    await answer.text()
    if (!answer.ok) throw new Problem(`A call failed (${answer.status}): nothing was measured.`)
    took.push(performance.now() - began)
  }
  const sorted = took.toSorted((one, other) => one - other)
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) }
}

/** When many ask at once, and how many answers there are in a second then. */
export async function crowdAt({ url, headers = {} }: Call, seconds: number) {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    headers,
    connections: CONNECTIONS,
    duration: seconds,
  })
  if (non2xx + errors > 0) {
    throw new Problem(`${non2xx + errors} calls failed: nothing was measured.`)
  }
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 }
}

export const tableHead = (events: number) =>
  [
    `\n${events} events`.padEnd(25),
    "one at a time: p50 and p99 ms".padStart(31),
    `${CONNECTIONS} at once: per second, p50 and p99 ms`.padStart(43),
    "of the empty query".padStart(20),
  ].join("")

type Row = { name: string; alone: Times; crowd: Times & { perSecond: number }; share: number }

export const tableRow = ({ name, alone, crowd, share }: Row) =>
  [
    name.padEnd(24),
    alone.p50.toFixed(2).padStart(22),
    alone.p99.toFixed(2).padStart(9),
    crowd.perSecond.toFixed(0).padStart(27),
    crowd.p50.toFixed(0).padStart(8),
    crowd.p99.toFixed(0).padStart(8),
    share.toFixed(3).padStart(20),
  ].join("")
