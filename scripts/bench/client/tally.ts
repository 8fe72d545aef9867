import type { Report } from "../load.ts"
import { timesOf } from "../numbers.ts"
import type { Outcome } from "./visit.ts"

/** Counts how visits ended: successes and refusals apart. */
export function openTally(steps: number) {
  const okMs: number[] = []
  const refusedMs: number[] = []
  const stepMs = Array.from({ length: steps }, (): number[] => [])
  const codes: Record<string, number> = {}
  let [calls, saidWhen, bytes] = [0, 0, 0]
  return {
    /** `first` is the place of the outcome's first step among all steps. */
    count: (outcome: Outcome, tookMs: number, first = 0) => {
      for (const [step, ms] of outcome.tookMs.entries()) stepMs[first + step]?.push(ms)
      calls += outcome.tookMs.length
      bytes += outcome.bytes
      if (outcome.code === undefined) {
        okMs.push(tookMs)
        return
      }
      calls += 1
      refusedMs.push(tookMs)
      codes[outcome.code] = (codes[outcome.code] ?? 0) + 1
      if (outcome.saidWhen) saidWhen += 1
    },
    report: (): Omit<Report, "seconds" | "cpuUs" | "reached"> => ({
      calls,
      ok: timesOf(okMs),
      refused: timesOf(refusedMs),
      codes,
      saidWhen,
      steps: stepMs.map(timesOf),
      bytes,
    }),
  }
}
