import type { Pool as Connections, PoolConnection, QueryOptions, QueryValues } from "mysql2"
import { DatabaseAway } from "./errors.ts"
import type { Patience } from "./patience.ts"
import { silenceOf } from "./silence.ts"
import { turnsOf } from "./turns.ts"

const END_MS_MAX = 2_000

/** A connection, for as long as one may have it. */
export type Lent = {
  /** Answers with rows, with what was changed, or with a list of such answers to several statements. */
  query: (sql: string | QueryOptions, values?: readonly unknown[]) => Promise<unknown>
  release: () => void
  /** Instead of release, where nobody knows what the server is still going to say. */
  destroy: () => void
}

/** Nobody waits for a connection or for an answer beyond the limits: the end of it is DatabaseAway. */
export type Pool = {
  acquire: () => Promise<Lent>
  end: () => Promise<void>
}

type Lending = {
  connections: Connections
  atOnce: number
  patience: Patience
  /** Whether the server says anything at all to somebody new. It may take its time. */
  hasAnswered: () => Promise<boolean>
}

export function lending({ connections, atOnce, patience, hasAnswered }: Lending): Pool {
  const { turnMs, waitingMax } = patience
  const leases = new Set<Lease>()
  const silence = silenceOf(hasAnswered, () => {
    turns.refuseAll(stoppedAnswering())
    for (const lease of leases) lease.endIfUnanswered()
  })
  const { suspect } = silence
  const turns = turnsOf({ atOnce, waitingMax, waitMs: turnMs, onTooLong: suspect })
  const begin = (connection: PoolConnection) => {
    const onEnd = () => {
      leases.delete(lease)
      turns.giveBack()
    }
    const lease = leaseOf(connection, { patience, onEnd, suspect })
    leases.add(lease)
    return lease.lent
  }
  return {
    acquire: async () => {
      if (silence.isSilent()) throw stoppedAnswering()
      await turns.take()
      return connectionOf(connections).then(begin, (error: unknown) => {
        turns.giveBack()
        suspect()
        throw error
      })
    },
    end: async () => {
      silence.stop()
      const ended = new Promise<void>((resolve) => connections.end(() => resolve()))
      // A frozen server does not even take leave.
      await Promise.race([ended, Bun.sleep(END_MS_MAX)])
    },
  }
}

const connectionOf = (connections: Connections) =>
  new Promise<PoolConnection>((resolve, reject) =>
    connections.getConnection((error, connection) => (error ? reject(error) : resolve(connection))),
  )

type Lease = { lent: Lent; endIfUnanswered: () => void }
type Terms = { patience: Patience; onEnd: () => void; suspect: () => void }

/** Who does not give it back in time loses it: what the server is still going to say must not reach the next one. */
function leaseOf(connection: PoolConnection, { patience, onEnd, suspect }: Terms): Lease {
  const { suspectMs, lendMs } = patience
  const unanswered = new Set<(error: Error) => void>()
  let isOver = false
  const endBy = (end: "release" | "destroy") => {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    connection[unanswered.size > 0 ? "destroy" : end]()
    onEnd()
    for (const fail of unanswered) fail(notInTime())
  }
  let timer = setTimeout(() => {
    if (unanswered.size > 0) suspect()
    timer = setTimeout(() => endBy("destroy"), lendMs - suspectMs)
  }, suspectMs)
  const query: Lent["query"] = (sql, values = []) =>
    new Promise((resolve, reject) => {
      if (isOver) return reject(notInTime())
      unanswered.add(reject)
      const options = typeof sql === "string" ? { sql } : sql
      connection.query({ ...options, values: values as QueryValues }, (error, answer) => {
        unanswered.delete(reject)
        if (error) reject(error)
        else resolve(answer)
      })
    })
  return {
    lent: { query, release: () => endBy("release"), destroy: () => endBy("destroy") },
    endIfUnanswered: () => {
      if (unanswered.size > 0) endBy("destroy")
    },
  }
}

const stoppedAnswering = () => new DatabaseAway("MySQL has stopped answering.")
const notInTime = () => new DatabaseAway("MySQL has not answered in time.")
