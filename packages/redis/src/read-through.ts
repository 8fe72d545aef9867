import { createHash } from "node:crypto"
import { z } from "zod"
import { type Redis, redisIsAway } from "./connect.ts"
import { coalescing } from "./coalesce-reads.ts"
import { generationOf, type Scope } from "./generations.ts"

const KEPT_MS = 600_000
const LOCK_MS = 5_000
const WAIT_MS_MAX = 1_000
const LOOK_EVERY_MS = 20

export type CacheSettings<Value> = {
  kind: string
  /** So many answers are kept in Redis at most. Two questions of one slot drive each other out. */
  slots: number
  /** So many of them are kept parsed in each process. */
  parsedMax: number
  value: z.ZodType<Value>
}

export type Asked<Value> = {
  scopes: Scope[]
  /** Whatever the answer depends on, and nothing of who asks. */
  question: string
  load: () => Promise<Value>
}

type Entry<Value> = { generation: string; question: string; storedAt: number; value: Value }

/** A whole number below `slots`, the same for the same text everywhere. */
export const slotOf = (text: string, slots: number): number =>
  createHash("sha1").update(text).digest().readUInt32BE() % slots

/**
 * A cache in Redis that is read through, for ten minutes at most, until the generation of a scope is raised.
 * The generation is read before the answer is loaded: who loaded before a change and stores after it stores what is
 * old already. However many ask at once, one loads. While Redis is away, every answer is loaded.
 */
export function readThrough<Value>(settings: CacheSettings<Value>) {
  const caches = new WeakMap<Redis, ReturnType<typeof cacheIn<Value>>>()
  return (redis: Redis, asked: Asked<Value>): Promise<Value> => {
    const cache = caches.get(redis) ?? cacheIn(redis, settings)
    caches.set(redis, cache)
    return cache(asked)
  }
}

function cacheIn<Value>(redis: Redis, settings: CacheSettings<Value>) {
  const coalesce = coalescing<Value>()
  const slots = slotsIn(redis, settings)

  async function read({ scopes, question, load }: Asked<Value>): Promise<Value> {
    const generation = await unlessAway(generationOf(redis, scopes))
    if (generation === undefined) return load()
    const slot = slotOf(question, settings.slots)
    const wanted = { generation, question }
    const kept = await slots.read(slot, wanted)
    if (kept) return kept.value
    const mayLoad = await slots.lock(slot, wanted)
    try {
      // The holder of the lock before may have loaded it since.
      const loaded = await (mayLoad ? slots.read(slot, wanted) : slots.wait(slot, wanted))
      if (loaded) return loaded.value
      const value = await load()
      await slots.write(slot, { ...wanted, storedAt: Date.now(), value })
      return value
    } finally {
      if (mayLoad) await slots.unlock(slot)
    }
  }

  return (asked: Asked<Value>) => coalesce(asked.question, () => read(asked))
}

type Wanted = { generation: string; question: string }

function slotsIn<Value>(redis: Redis, { kind, value, parsedMax }: CacheSettings<Value>) {
  const Entries = z.object({
    generation: z.string(),
    question: z.string(),
    storedAt: z.number(),
    value,
  })
  const parsed = new Map<number, Entry<Value>>()
  const keyOf = (slot: number) => `cache:${kind}:${slot}`
  const lockOf = (slot: number) => `cache-lock:${kind}:${slot}`

  const isWanted = (entry: Entry<Value> | undefined, { generation, question }: Wanted) =>
    entry?.generation === generation &&
    entry.question === question &&
    entry.storedAt + KEPT_MS > Date.now()

  function keep(slot: number, entry: Entry<Value>) {
    parsed.delete(slot)
    parsed.set(slot, entry)
    const [oldest] = parsed.keys()
    if (parsed.size > parsedMax && oldest !== undefined) parsed.delete(oldest)
    return entry
  }

  async function read(slot: number, wanted: Wanted): Promise<Entry<Value> | undefined> {
    const known = parsed.get(slot)
    if (known && isWanted(known, wanted)) return known
    const text = await unlessAway(redis.get(keyOf(slot)))
    const entry = text ? Entries.safeParse(jsonOf(text)).data : undefined
    return entry && isWanted(entry, wanted) ? keep(slot, entry) : undefined
  }

  return {
    read,
    write: async (slot: number, entry: Entry<Value>) => {
      keep(slot, entry)
      await unlessAway(redis.set(keyOf(slot), JSON.stringify(entry), "PX", KEPT_MS))
    },
    /** Whether nobody else is loading the same answer. It bounds the work, and keeps nothing right. */
    lock: async (slot: number, wanted: Wanted) => {
      const token = JSON.stringify(wanted)
      const other = await unlessAway(redis.set(lockOf(slot), token, "PX", LOCK_MS, "NX", "GET"))
      return other !== token
    },
    unlock: (slot: number) => unlessAway(redis.del(lockOf(slot))),
    /** The value that another process has loaded; nothing when that takes too long. */
    wait: async (slot: number, wanted: Wanted) => {
      const until = performance.now() + WAIT_MS_MAX
      while (performance.now() < until) {
        await Bun.sleep(LOOK_EVERY_MS)
        const entry = await read(slot, wanted)
        if (entry) return entry
      }
      return undefined
    },
  }
}

async function unlessAway<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer
  } catch (error) {
    if (redisIsAway(error)) return undefined
    throw error
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
