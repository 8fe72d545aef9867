import type { PerformanceId } from "@podo/contract/ids"
import type { Redis } from "@podo/redis/connect"
import { keysOfPerformance } from "@podo/redis/performance-keys"

/** Somebody who was let in, when by Redis' clock, and in which tick: all of one tick go in at once. */
export type Admission = { userId: string; at: number; tick: string }

/** The room as it was seen from outside, straight in Redis. */
export type Watched = {
  admissions: Admission[]
  samples: number
  peakInside: number
  /** Samples in which more were inside than the room holds. */
  crowded: number
  /** The room's terms as they were last. */
  capacity: number
  perMinute: number
  admissionMs: number
  noShows: number
}

const PAUSE_MS = 50
const ENTRIES_AT_ONCE = 1_000

type Sample = [inside: number, ...terms: (string | null)[]]

// One step, or somebody who is let in for somebody whose time is over would be counted beside them.
const SAMPLE = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local terms = redis.call('HMGET', KEYS[2], 'capacity', 'perMinute', 'admissionMs')
  return { redis.call('ZCOUNT', KEYS[1], '(' .. string.format('%.0f', now), '+inf'), terms[1], terms[2], terms[3] }`

/** Looks at a room 20 times a second, and at everybody who is let in, until it is told to stop. */
export function watchRoom(redis: Redis, performanceId: PerformanceId) {
  const { admitted, room, feed, pace } = keysOfPerformance(performanceId)
  const seen: Watched = {
    admissions: [],
    samples: 0,
    peakInside: 0,
    crowded: 0,
    noShows: 0,
    capacity: 0,
    perMinute: 0,
    admissionMs: 0,
  }
  let last = "0"
  const stopping = Promise.withResolvers<"stop">()

  async function readAdmissions() {
    while (true) {
      const entries = await redis.xrange(feed, `(${last}`, "+", "COUNT", ENTRIES_AT_ONCE)
      for (const [id, fields] of entries) {
        last = id
        const users = fields[fields.indexOf("admitted") + 1]
        if (!fields.includes("admitted") || !users) continue
        const at = Number(id.split("-")[0])
        for (const userId of users.split(",")) seen.admissions.push({ userId, at, tick: id })
      }
      if (entries.length < ENTRIES_AT_ONCE) return
    }
  }

  async function look() {
    const [inside, ...terms] = (await redis.eval(SAMPLE, 2, admitted, room)) as Sample
    const [capacity = 0, perMinute = 0, admissionMs = 0] = terms.map(Number)
    // Until somebody has entered, Redis may not know the room.
    if (capacity > 0) {
      Object.assign(seen, { capacity, perMinute, admissionMs })
      seen.samples += 1
      seen.peakInside = Math.max(seen.peakInside, inside)
      if (inside > capacity) seen.crowded += 1
    }
    await readAdmissions()
  }

  const watching = (async () => {
    // Earlier events are none of ours.
    const [newest] = await redis.xrevrange(feed, "+", "-", "COUNT", 1)
    last = newest?.[0] ?? "0"
    const pause = () => Promise.race([Bun.sleep(PAUSE_MS), stopping.promise])
    do await look()
    while ((await pause()) !== "stop")
  })()
  return async (): Promise<Watched> => {
    stopping.resolve("stop")
    await watching
    await look()
    seen.noShows = Number((await redis.hget(pace, "noShows")) ?? 0)
    return seen
  }
}
