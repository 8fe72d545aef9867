import type { Redis } from "./connect.ts"

type Reading<Value> = { current: Promise<Value>; next?: Promise<Value> }

/**
 * Lets all who ask the same at once share one reading, and a crowd cost what one costs. A caller who comes while one is
 * under way gets the next, which has not begun yet: no answer is older than its question.
 */
export function coalescing<Value>() {
  const readings = new Map<string, Reading<Value>>()

  function begin(key: string, read: () => Promise<Value>): Promise<Value> {
    const reading: Reading<Value> = { current: read() }
    readings.set(key, reading)
    const ended = () => {
      if (!reading.next) readings.delete(key)
    }
    reading.current.then(ended, ended)
    return reading.current
  }

  return (key: string, read: () => Promise<Value>): Promise<Value> => {
    const reading = readings.get(key)
    if (!reading) return begin(key, read)
    const beginNext = () => begin(key, read)
    reading.next ??= reading.current.then(beginNext, beginNext)
    return reading.next
  }
}

/**
 * Has whoever asks at once asked about in one reading, which begins after each of them has asked: at the end of this
 * turn of the event loop, or when the reading before it has ended. A key that it does not tell of is not there.
 */
export function coalescingMany<Key, Value>(read: (keys: Key[]) => Promise<Map<Key, Value>>) {
  type Coalesced = { keys: Set<Key>; found: Promise<Map<Key, Value>> }
  let next: Coalesced | undefined
  let before: Promise<unknown> = Promise.resolve()

  function coalesce(): Coalesced {
    const keys = new Set<Key>()
    const found = before.then(endOfTurn).then(() => {
      // A later caller waits for the next reading.
      next = undefined
      return read([...keys])
    })
    before = found.catch(() => {})
    return { keys, found }
  }

  return async (key: Key): Promise<Value | undefined> => {
    next ??= coalesce()
    next.keys.add(key)
    return (await next.found).get(key)
  }
}

const endOfTurn = () => new Promise<void>((resolve) => void setImmediate(resolve))

/** As coalescing, for each Redis on its own: readers of other stores ask for something else. */
export function coalescingFor<Value>() {
  const coalescers = new WeakMap<Redis, ReturnType<typeof coalescing<Value>>>()
  return (redis: Redis, key: string, read: () => Promise<Value>): Promise<Value> => {
    const coalesce = coalescers.get(redis) ?? coalescing<Value>()
    coalescers.set(redis, coalesce)
    return coalesce(key, read)
  }
}
