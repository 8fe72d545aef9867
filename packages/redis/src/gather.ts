import type { Redis } from "./connect.ts"

type Reading<Value> = { current: Promise<Value>; next?: Promise<Value> }

/**
 * Lets all who ask the same at once share one reading, and a crowd cost what one costs. Whoever comes while one is
 * under way gets the next, which has not begun yet: no answer is older than its question.
 */
export function gathering<Value>() {
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
 * Has whoever asks at once asked about in one reading, which begins after each of them has asked. What it does not
 * tell of is not there.
 */
export function gatheringMany<Key, Value>(read: (keys: Key[]) => Promise<Map<Key, Value>>) {
  const gather = gathering<Map<Key, Value>>()
  let waiting = new Set<Key>()
  const readAll = () => {
    // Whoever comes from now on waits for the next reading.
    const keys = [...waiting]
    waiting = new Set()
    return read(keys)
  }
  return async (key: Key): Promise<Value | undefined> => {
    waiting.add(key)
    return (await gather("", readAll)).get(key)
  }
}

/** As gathering, for each Redis on its own: readers of other stores ask for something else. */
export function gatheringFor<Value>() {
  const gatherings = new WeakMap<Redis, ReturnType<typeof gathering<Value>>>()
  return (redis: Redis, key: string, read: () => Promise<Value>): Promise<Value> => {
    const gather = gatherings.get(redis) ?? gathering<Value>()
    gatherings.set(redis, gather)
    return gather(key, read)
  }
}
