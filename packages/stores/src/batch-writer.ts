import { Refused } from "@podo/contract/refusal"
import { redisIsAway } from "@podo/redis/connect"
import { databaseIsAway, isDeadlock, isLockWait, isRetryable } from "@podo/db/errors"

export type BatchSettings<Item, Outcome> = {
  /** Writes all of a batch or nothing of it, and tells the outcome of each, in their order. */
  write: (items: Item[]) => Promise<Outcome[]>
  /** Only items of one lane are written together: a lane that waits for a lock holds up no other. */
  laneOf: (item: Item) => string
  /** So many are written together at most. */
  itemsMax: number
  /** So many batches of a lane may be in flight at once: one, where nothing else is said. */
  batchesMax?: number
}

/** A caller that would wait longer than this to be written is refused: sending again later is better than hanging. */
const WAIT_MS_MAX = 2_000
const WAITING_MAX = 10_000
/** From when a batch begins to be written until its last member has an answer, with all that is tried again. */
const WRITE_MS_MAX = 5_000
const RETRY_AFTER_MS = 1_000
const DEADLOCKS_MAX = 5
const BACKOFF_MS = 20
/** A connection that was lost may be one of many, all of which died with the server. */
const LOST_MAX = 2

type Waiting<Item, Outcome> = {
  item: Item
  since: number
  resolve: (outcome: Outcome) => void
  reject: (error: unknown) => void
}

/**
 * Group commit: what waits to be written shares transactions. While batches of its lane are in flight the next one
 * gathers, so nobody waits for company: whoever comes alone is written at once.
 *
 * Each member has an outcome of its own. Where a batch fails because of one of them, it is written again in halves,
 * until that one is alone. A batch that lost a deadlock or its connection is written again as a whole. Refuses with
 * STORE_UNAVAILABLE, at once, whoever would have to wait too long; nothing of theirs was written then.
 */
export function batchWriter<Item, Outcome>(settings: BatchSettings<Item, Outcome>) {
  const lanes = new Map<string, Lane<Item, Outcome>>()
  return (item: Item): Promise<Outcome> => {
    const name = settings.laneOf(item)
    const lane = lanes.get(name) ?? laneOf(settings, () => lanes.delete(name))
    lanes.set(name, lane)
    return lane(item)
  }
}

type Lane<Item, Outcome> = (item: Item) => Promise<Outcome>

function laneOf<Item, Outcome>(
  { write, itemsMax, batchesMax = 1 }: BatchSettings<Item, Outcome>,
  onIdle: () => void,
): Lane<Item, Outcome> {
  const waiting: Waiting<Item, Outcome>[] = []
  let inFlight = 0
  let lastBatchMs = 0
  let expiry: Timer | undefined

  /** From the next turn of the event loop on, so that all who came in this one are written together. */
  function begin() {
    if (inFlight >= batchesMax) return
    inFlight += 1
    setImmediate(() => void writeAll())
  }

  async function writeAll() {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, itemsMax)
      watchPatience()
      const beganMs = performance.now()
      await writeEach(write, batch, beganMs + WRITE_MS_MAX)
      lastBatchMs = performance.now() - beganMs
    }
    inFlight -= 1
    if (inFlight === 0) onIdle()
  }

  /** One timer, for whoever has waited longest. */
  function watchPatience() {
    clearTimeout(expiry)
    expiry = undefined
    const [oldest] = waiting
    if (oldest) expiry = setTimeout(refuseLate, oldest.since + WAIT_MS_MAX - performance.now())
  }

  function refuseLate() {
    const since = performance.now() - WAIT_MS_MAX
    while (waiting[0] && waiting[0].since <= since) waiting.shift()?.reject(tooMany())
    watchPatience()
  }

  return (item) => {
    const expectedWaitMs = (waiting.length / itemsMax / batchesMax) * lastBatchMs
    if (waiting.length >= WAITING_MAX || expectedWaitMs > WAIT_MS_MAX) {
      return Promise.reject(tooMany())
    }
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
    waiting.push({ item, since: performance.now(), resolve, reject })
    if (inFlight > 0 && !expiry) watchPatience()
    begin()
    return promise
  }
}

const tooMany = () => new Refused({ code: "STORE_UNAVAILABLE", retryAfterMs: RETRY_AFTER_MS })

/** Gives each member of a batch its outcome, or the error that is its own. Never throws. */
async function writeEach<Item, Outcome>(
  write: BatchSettings<Item, Outcome>["write"],
  batch: Waiting<Item, Outcome>[],
  until: number,
): Promise<void> {
  try {
    const outcomes = await writeAgain(() => write(batch.map(({ item }) => item)), until)
    for (const [index, { resolve }] of batch.entries()) resolve(outcomes[index] as Outcome)
  } catch (error) {
    const isOwn = batch.length === 1 || isAway(error)
    if (isOwn || performance.now() >= until) {
      const reason = isOwn ? error : tooMany()
      for (const { reject } of batch) reject(reason)
      return
    }
    // Each further half that waits for the same lock would wait as long again.
    const part = isLockWait(error) ? 1 : Math.ceil(batch.length / 2)
    for (let at = 0; at < batch.length; at += part) {
      await writeEach(write, batch.slice(at, at + part), until)
    }
  }
}

/** Runs a write again, as a whole, while that may be the cure. */
async function writeAgain<Outcome>(write: () => Promise<Outcome>, until: number): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write()
    } catch (error) {
      if (attempt >= attemptsMaxAt(error) || performance.now() >= until) throw error
      await Bun.sleep(Math.random() * BACKOFF_MS * attempt)
    }
  }
}

function attemptsMaxAt(error: unknown): number {
  if (isDeadlock(error)) return DEADLOCKS_MAX
  return isAway(error) ? LOST_MAX : 1
}

/** Whether nobody's write can be done now. */
const isAway = (error: unknown) =>
  redisIsAway(error) || (databaseIsAway(error) && !isRetryable(error))
