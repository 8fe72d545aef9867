import type { PerformanceId } from "@podo/contract/ids"

const names = {
  sale: "sale",
  places: "places",
  owner: "owner",
  holds: "holds",
  users: "users",
  due: "due",
  feed: "feed",
  bell: "bell",
  loadLock: "load-lock",
  runs: "runs",
  runStarts: "run-starts",
  ranks: "ranks",
  room: "room",
  line: "line",
  absent: "absent",
  admitted: "admitted",
  people: "people",
  draws: "draws",
  pace: "pace",
  recent: "recent",
  lineMinutes: "line-minutes",
  waits: "waits",
} as const

type KeyName = (typeof names)[keyof typeof names]

const known = new Set<string>(Object.values(names))

export const isKeyName = (name: string): name is KeyName => known.has(name)

/** The hash tag puts all keys of a performance on one slot, so that a script can see several of them. */
export const keyOfPerformance = (name: KeyName, performanceId: PerformanceId) =>
  `${name}:{${performanceId}}`

/** Every key of a performance. What they hold is told in performance.lua of seating and room.lua of waiting-room. */
export function keysOfPerformance(performanceId: PerformanceId) {
  const keys = Object.entries(names).map(([name, key]) => [
    name,
    keyOfPerformance(key, performanceId),
  ])
  return Object.fromEntries(keys) as Record<keyof typeof names, string>
}
