import { DatabaseAway } from "./errors.ts"

type Waiting = { begin: () => void; refuse: (error: Error) => void; timer: Timer }
type Timer = ReturnType<typeof setTimeout>

type Bounds = {
  atOnce: number
  waitingMax: number
  waitMs: number
  /** Told when somebody has waited in vain. */
  onTooLong: () => void
}

/** Lets so many do something at once, and the others in the order in which they came, unless that takes too long. */
export function turnsOf({ atOnce, waitingMax, waitMs, onTooLong }: Bounds) {
  let underWay = 0
  const line = new Set<Waiting>()

  const leave = (waiting: Waiting) => {
    line.delete(waiting)
    clearTimeout(waiting.timer)
  }

  const wait = () =>
    new Promise<void>((begin, refuse) => {
      const timer = setTimeout(() => {
        line.delete(waiting)
        onTooLong()
        refuse(new DatabaseAway(`No connection was free within ${waitMs} ms.`))
      }, waitMs)
      const waiting: Waiting = { begin, refuse, timer }
      line.add(waiting)
    })

  return {
    /** Whether it is one's turn at once. */
    takeNow: (): boolean => {
      if (underWay >= atOnce) return false
      underWay += 1
      return true
    },
    wait: (): Promise<void> => {
      if (line.size < waitingMax) return wait()
      return Promise.reject(new DatabaseAway(`${waitingMax} wait for a connection already.`))
    },
    giveBack: () => {
      const [next] = line
      if (!next) {
        underWay -= 1
        return
      }
      leave(next)
      next.begin()
    },
    refuseAll: (error: Error) => {
      for (const waiting of line) {
        leave(waiting)
        waiting.refuse(error)
      }
    },
  }
}
