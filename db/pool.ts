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
  const { turnMs, lendMs, waitingMax } = patience
  const silence = silenceOf(hasAnswered, () => turns.refuseAll(stoppedAnswering()))
  const turns = turnsOf({ atOnce, waitingMax, waitMs: turnMs, onTooLong: silence.suspect })
  return {
    acquire: async () => {
      if (silence.isSilent()) throw stoppedAnswering()
      await turns.take()
      const untilMs = performance.now() + lendMs
      try {
        const connection = await connectionOf(connections)
        const onOver = turns.giveBack
        return lend(connection, { lendMs, untilMs, onOver, onUnanswered: silence.suspect })
      } catch (error) {
        turns.giveBack()
        silence.suspect()
        throw error
      }
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

type Lease = { lendMs: number; untilMs: number; onOver: () => void; onUnanswered: () => void }

/** Who does not give it back in time loses it: what the server is still going to say must not reach the next one. */
function lend(connection: PoolConnection, { lendMs, untilMs, onOver, onUnanswered }: Lease): Lent {
  const unanswered = new Set<(error: Error) => void>()
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    if (isCut || unanswered.size > 0) connection.destroy()
    else connection.release()
    onOver()
    for (const fail of unanswered) fail(notInTime(lendMs))
  }
  let isCut = false
  const cut = () => {
    isCut = true
    end()
  }
  const timer = setTimeout(() => {
    if (unanswered.size > 0) onUnanswered()
    cut()
  }, untilMs - performance.now())
  return {
    query: (sql, values = []) =>
      new Promise((resolve, reject) => {
        if (isOver) return reject(notInTime(lendMs))
        unanswered.add(reject)
        const told = (error: Error | null, answer: unknown) => {
          unanswered.delete(reject)
          if (error) reject(error)
          else resolve(answer)
        }
        const options = typeof sql === "string" ? { sql } : sql
        connection.query({ ...options, values: values as QueryValues }, told)
      }),
    release: end,
    destroy: cut,
  }
}

const stoppedAnswering = () => new DatabaseAway("MySQL has stopped answering.")
const notInTime = (ms: number) => new DatabaseAway(`MySQL has not answered within ${ms} ms.`)
