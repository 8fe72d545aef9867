import type { PerformanceId } from "@podo/contract/ids"

const seatingNames = {
  sale: "sale",
  places: "places",
  owner: "owner",
  holds: "holds",
  users: "users",
  due: "due",
  feed: "feed",
  loadLock: "load-lock",
  runs: "runs",
  runStarts: "run-starts",
  ranks: "ranks",
} as const

const names = {
  ...seatingNames,
  bell: "bell",
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

/**
 * The layout of what seating keeps of a performance. Two versions of Podo that run side by side during a deploy must
 * not read each other's: whoever knows another layout finds nothing, and loads the performance from MySQL. To be
 * raised with each change of the layout. The line of a waiting room is nowhere else, and keeps its keys.
 */
const SEATING_LAYOUT = 2

const ofSeating = new Set<string>(Object.values(seatingNames))

/** The hash tag puts all keys of a performance on one slot, so that a script can see several of them. */
export const keyOfPerformance = (name: KeyName, performanceId: PerformanceId) =>
  `${name}${ofSeating.has(name) ? `-${SEATING_LAYOUT}` : ""}:{${performanceId}}`

/** Every key of a performance. Their content is told in performance.lua of seating and room.lua of waiting-room. */
export function keysOfPerformance(performanceId: PerformanceId) {
  const keys = Object.entries(names).map(([name, key]) => [
    name,
    keyOfPerformance(key, performanceId),
  ])
  return Object.fromEntries(keys) as Record<keyof typeof names, string>
}
