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

/** The same for each Redis on its own: readers of other stores ask for something else. */
export function gatheringFor<Value>() {
  const gatherings = new WeakMap<Redis, ReturnType<typeof gathering<Value>>>()
  return (redis: Redis, key: string, read: () => Promise<Value>): Promise<Value> => {
    const gather = gatherings.get(redis) ?? gathering<Value>()
    gatherings.set(redis, gather)
    return gather(key, read)
  }
}
