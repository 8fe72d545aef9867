/** Collects how long calls took and how they ended. */
export function measure(name: string) {
  const durationsMs: number[] = []
  const outcomes = new Map<string, number>()
  return {
    async timed<Result>(call: () => Promise<Result>, codeOf: (error: unknown) => string) {
      const began = performance.now()
      const answer = await call().then(
        (result) => ({ result, outcome: "ok" }),
        (error: unknown) => ({ result: undefined, outcome: codeOf(error) }),
      )
      durationsMs.push(performance.now() - began)
      outcomes.set(answer.outcome, (outcomes.get(answer.outcome) ?? 0) + 1)
      return answer
    },
    /** In ms, ascending. */
    sorted: () => durationsMs.toSorted((one, other) => one - other),
    /** Of calls that were answered with anything but what was asked for. */
    failures: () => durationsMs.length - (outcomes.get("ok") ?? 0),
    report() {
      const sorted = this.sorted()
      const counts = [...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(", ")
      const at = (share: number) => quantile(sorted, share).toFixed(1)
      return `${name.padEnd(8)} ${sorted.length} calls, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms: ${counts}`
    },
  }
}

/** Of numbers in ascending order, the one below which this share of them lies. */
export function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (numbers: number[]) =>
  quantile(
    numbers.toSorted((one, other) => one - other),
    0.5,
  )
