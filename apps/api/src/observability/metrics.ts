import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client"
import { liveMetrics } from "./live-metrics.ts"

export type Outcome = "ok" | "refused" | "malformed" | "defect"

type CallFacts = {
  procedure: string
  kind: string
  outcome: Outcome
  refusal: string | undefined
  durationMs: number
}

// On Bun these are zero or wrong: its heap is not Node's, and most of its address space is only reserved.
const MEANINGLESS_ON_BUN = /^(nodejs_(heap|external|active|gc|version)|process_(heap|virtual))/

const CALL_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const MS_PER_SECOND = 1_000

export type Metrics = ReturnType<typeof openMetrics>

/** The counters of this process, for Prometheus. Labels take their values from the code, never from a request. */
export function openMetrics() {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  for (const { name } of register.getMetricsAsArray()) {
    if (MEANINGLESS_ON_BUN.test(name)) register.removeSingleMetric(name)
  }
  const calls = new Counter({
    name: "podo_calls_total",
    help: "Calls of procedures by outcome: ok, refused, malformed or defect.",
    labelNames: ["procedure", "kind", "outcome", "refusal"],
    registers,
  })
  const seconds = new Histogram({
    name: "podo_call_seconds",
    help: "How long calls of procedures took.",
    labelNames: ["procedure", "outcome"],
    buckets: CALL_SECONDS,
    registers,
  })
  const requests = new Counter({
    name: "podo_requests_total",
    help: "Other requests, by the pattern of their route.",
    labelNames: ["route", "status"],
    registers,
  })
  return {
    ...liveMetrics(registers),
    contentType: register.contentType,
    text: () => register.metrics(),
    onCall: ({ procedure, kind, outcome, refusal = "", durationMs }: CallFacts) => {
      calls.inc({ procedure, kind, outcome, refusal })
      seconds.observe({ procedure, outcome }, durationMs / MS_PER_SECOND)
    },
    onRequest: ({ route, status }: { route: string; status: number }) =>
      requests.inc({ route, status: String(status) }),
  }
}
