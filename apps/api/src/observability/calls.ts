import type { Refusal } from "@podo/contract/refusal"
import type { TRPCError } from "@trpc/server"
import type { Log } from "./log.ts"
import type { Metrics, Outcome } from "./metrics.ts"
import { requestUnderWay } from "./request-under-way.ts"

/** A call of a procedure that has come to its end. */
export type Call = {
  procedure: string
  kind: string
  error: TRPCError | undefined
  refusal: Refusal["code"] | undefined
  durationMs: number
}

export type Watchers = { log?: Log | undefined; metrics?: Metrics | undefined }

const UNKNOWN = "unknown"

/** Tells the log and the metrics of each call, once: also of those that never reached a procedure. */
export function watchCalls({ log, metrics }: Watchers, procedures: Set<string>) {
  const told = new WeakSet<TRPCError>()

  function onCall({ error, ...call }: Call) {
    if (error) told.add(error)
    const request = requestUnderWay()
    if (request) request.calls += 1
    const facts = { ...call, outcome: outcomeOf({ error, ...call }) }
    metrics?.onCall(facts)
    log?.info({ ...facts, durationMs: Math.round(call.durationMs * 10) / 10 }, "call")
  }

  return {
    onCall,
    onError: (error: TRPCError, path: string | undefined, refusal: Call["refusal"]) => {
      if (told.has(error)) return
      const procedure = knownOr(UNKNOWN, path)
      const durationMs = performance.now() - (requestUnderWay()?.beganMs ?? performance.now())
      onCall({ procedure, kind: UNKNOWN, error, refusal, durationMs })
    },
    /** The asked name comes from outside: only names of ours may be written down. */
    nameOf: (path: string | undefined) => knownOr("a call", path),
  }

  function knownOr(otherwise: string, path: string | undefined) {
    return path !== undefined && procedures.has(path) ? path : otherwise
  }
}

function outcomeOf({ error, refusal }: Pick<Call, "error" | "refusal">): Outcome {
  if (!error) return "ok"
  if (refusal) return "refused"
  return error.code === "INTERNAL_SERVER_ERROR" ? "defect" : "malformed"
}
