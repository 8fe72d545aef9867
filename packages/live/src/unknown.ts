import type { PerformanceId } from "@podo/contract/ids"

const UNKNOWN_MS = 5_000
const UNKNOWN_MAX = 1_000

/** Performances that were not found a moment ago: asking for them again and again costs no query. */
export function openUnknown() {
  const untilMs = new Map<PerformanceId, number>()
  return {
    has: (performanceId: PerformanceId) => (untilMs.get(performanceId) ?? 0) > performance.now(),
    add: (performanceId: PerformanceId) => {
      untilMs.delete(performanceId)
      untilMs.set(performanceId, performance.now() + UNKNOWN_MS)
      const [oldest] = untilMs.keys()
      if (untilMs.size > UNKNOWN_MAX && oldest) untilMs.delete(oldest)
    },
  }
}
