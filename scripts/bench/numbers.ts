import { median, quantile } from "../crowd/measures.ts"
import type { Stage, Times } from "./load.ts"

export const ascending = (one: number, other: number) => one - other

/** Of durations in ms, in any order. */
export function timesOf(ms: number[]): Times {
  const sorted = ms.toSorted(ascending)
  return {
    count: sorted.length,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    max: sorted.at(-1) ?? 0,
  }
}

export type Spread = { min: number; median: number; max: number }

/** Of several rounds. */
export const spreadOf = (rounds: number[]): Spread => ({
  min: Math.min(...rounds),
  median: median(rounds),
  max: Math.max(...rounds),
})

/** Round by round, so that what disturbs a round disturbs both sides of its ratio. */
export const ratioOf = (rounds: number[], beside: number[]): Spread =>
  spreadOf(rounds.map((one, round) => one / (beside[round] ?? Number.NaN)))

/** How many visits have to have begun after so much time. */
export const dueBy = (elapsedMs: number, perSecond: number) =>
  Math.floor((elapsedMs / 1_000) * perSecond) + 1

/** When a visit has to begin, in ms from the start. */
export const dueAt = (visit: number, perSecond: number) => (visit / perSecond) * 1_000

/** How many users there are at this moment. */
export function usersAt(stages: Stage[], ms: number): number {
  const next = stages.findIndex(({ atMs }) => atMs > ms)
  if (next < 0) return stages.at(-1)?.users ?? 0
  const [from, to] = [stages[next - 1] ?? { atMs: 0, users: 0 }, stages[next]]
  if (!to) return 0
  const share = (ms - from.atMs) / (to.atMs - from.atMs)
  return Math.floor(from.users + share * (to.users - from.users))
}
