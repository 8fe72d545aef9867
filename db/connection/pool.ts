import type { Connection } from "mysql2"
import { DatabaseAway } from "./errors.ts"
import { type Lease, leaseOf, type Lent } from "./lease.ts"
import type { Patience } from "./patience.ts"
import { silenceOf } from "./silence.ts"
import { turnsOf } from "./turns.ts"

const END_MS_MAX = 2_000
const LOOKS_UNTIL_SUSPECT = 5

/** The waits for a connection and for an answer are limited: the end of each is DatabaseAway. */
export type Pool = {
  acquire: () => Promise<Lent>
  end: () => Promise<void>
}

type Lending = {
  connect: () => Promise<Connection>
  atOnce: number
  patience: Patience
  /** Whether the server says anything at all to somebody new. It may take its time. */
  hasAnswered: () => Promise<boolean>
}

export function lending({ connect, atOnce, patience, hasAnswered }: Lending): Pool {
  const { turnMs, waitingMax } = patience
  const free: Connection[] = []
  let isEnded = false
  const leases = leasesOf(patience, () => silence.suspect())
  const silence = silenceOf(hasAnswered, () => {
    turns.refuseAll(stoppedAnswering())
    leases.endUnanswered()
  })
  const turns = turnsOf({ atOnce, waitingMax, waitMs: turnMs, onTooLong: silence.suspect })

  function lend(connection: Connection): Lent {
    const lease = leaseOf(connection, (isGood) => {
      leases.delete(lease)
      if (isGood && !isEnded) free.push(connection)
      else connection.destroy()
      turns.giveBack()
    })
    leases.add(lease)
    return lease.lent
  }

  async function lendNew(): Promise<Lent> {
    try {
      const connection = await connect()
      const forget = () => {
        const at = free.indexOf(connection)
        if (at >= 0) free.splice(at, 1)
      }
      connection.on("end", forget).on("error", forget)
      return lend(connection)
    } catch (error) {
      turns.giveBack()
      silence.suspect()
      throw error
    }
  }

  return {
    acquire: async () => {
      if (isEnded) throw new Error("The pool has ended.")
      if (silence.isSilent()) throw stoppedAnswering()
      if (!turns.takeNow()) await turns.wait()
      const known = free.pop()
      return known ? lend(known) : lendNew()
    },
    end: async () => {
      isEnded = true
      silence.stop()
      turns.refuseAll(new Error("The pool has ended."))
      const ended = free.splice(0).map((one) => new Promise<void>((done) => one.end(() => done())))
      // A frozen server does not even take leave.
      await Promise.race([Promise.all(ended), Bun.sleep(END_MS_MAX)])
    },
  }
}

/**
 * The lent connections, oldest first. One look at all of them every now and then is cheaper than a timer for each; and as
 * looks are counted, not time, a process that was itself asleep takes nothing away when it wakes up.
 */
function leasesOf({ suspectMs, lendMs }: Patience, suspect: () => void) {
  const leases = new Set<Lease>()
  const lookEveryMs = suspectMs / LOOKS_UNTIL_SUSPECT
  const looksMax = lendMs / lookEveryMs
  let looking: ReturnType<typeof setInterval> | undefined

  function look() {
    if (leases.size === 0) {
      clearInterval(looking)
      looking = undefined
    }
    for (const lease of leases) {
      lease.looks += 1
      if (lease.looks > LOOKS_UNTIL_SUSPECT && lease.isUnanswered()) suspect()
      if (lease.looks > looksMax) lease.lent.destroy()
    }
  }

  return {
    add: (lease: Lease) => {
      leases.add(lease)
      if (looking) return
      looking = setInterval(look, lookEveryMs)
      // A process whose work is done ends: what is under way keeps it alive by its connection.
      looking.unref()
    },
    delete: (lease: Lease) => leases.delete(lease),
    endUnanswered: () => {
      for (const lease of leases) if (lease.isUnanswered()) lease.lent.destroy()
    },
  }
}

const stoppedAnswering = () => new DatabaseAway("MySQL has stopped answering.")
