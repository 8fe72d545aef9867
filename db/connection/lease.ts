import type { Connection, QueryOptions, QueryValues } from "mysql2"
import { DatabaseAway } from "./errors.ts"

/** A connection, for as long as one may have it. */
export type Lent = {
  /** Answers with rows, with what was changed, or with a list of such answers to several statements. */
  query: (sql: string | QueryOptions, values?: readonly unknown[]) => Promise<unknown>
  release: () => void
  /** Instead of release, where nobody knows what the server is still going to say. */
  destroy: () => void
}

export type Lease = {
  lent: Lent
  /** How often it has been looked at so far. */
  looks: number
  isUnanswered: () => boolean
}

/**
 * Lends a connection until it is given back, or taken away. One that still owes an answer does not come back: what
 * the server is still going to say must not reach the next who has it.
 */
export function leaseOf(connection: Connection, onEnd: (isGood: boolean) => void): Lease {
  const unanswered = new Set<(error: Error) => void>()
  let isOver = false

  function end(isGood: boolean) {
    if (isOver) return
    isOver = true
    onEnd(isGood && unanswered.size === 0)
    for (const fail of unanswered) fail(notInTime())
  }

  const query: Lent["query"] = (sql, values = []) =>
    new Promise((resolve, reject) => {
      if (isOver) return reject(notInTime())
      unanswered.add(reject)
      const told = (error: Error | null, answer: unknown) => {
        unanswered.delete(reject)
        if (error) reject(error)
        else resolve(answer)
      }
      if (typeof sql === "string") connection.query(sql, values as QueryValues, told)
      else connection.query(sql, values as QueryValues, told)
    })

  return {
    lent: { query, release: () => end(true), destroy: () => end(false) },
    looks: 0,
    isUnanswered: () => unanswered.size > 0,
  }
}

const notInTime = () => new DatabaseAway("MySQL has not answered in time.")
