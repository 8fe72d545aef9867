import type { PerformanceId, UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { SEEN_AT_ONCE_MAX, seePeople } from "@podo/waiting-room/see-people"
import type { Connections, Listener } from "./connections.ts"
import { isAway } from "./follow-feed.ts"
import { SEEN_EVERY_MS } from "./limits.ts"

/** A crowd that arrives is noted together. */
const COALESCE_MS = 50

type People = Map<PerformanceId, Set<UserId>>

/** Notes who is there, of those who watch a line: when they begin to, and then every now and then. */
export function keepSeen(stores: Stores, connections: Connections) {
  let arrived: People = new Map()
  let coalescing: Timer | undefined
  let round: Timer | undefined
  let hasStopped = false

  const seeArrived = () => {
    const people = arrived
    arrived = new Map()
    coalescing = undefined
    void note(stores, people)
  }
  // One round after the other, however slow a store may be.
  const goOn = () => {
    if (!hasStopped) round = setTimeout(() => void see().then(goOn), SEEN_EVERY_MS)
  }
  const see = () => note(stores, watchersOfLines(connections))
  goOn()

  return {
    arrive: (performanceId: PerformanceId, { session }: Listener) => {
      if (!session || hasStopped) return
      add(arrived, performanceId, session.userId)
      coalescing ??= setTimeout(seeArrived, COALESCE_MS)
    },
    see,
    stop: () => {
      hasStopped = true
      clearTimeout(coalescing)
      clearTimeout(round)
    },
  }
}

/** A connection that has not answered when it was last asked counts as gone. */
function watchersOfLines({ all }: Connections): People {
  const people: People = new Map()
  for (const { listener, awaited, watched } of all) {
    if (!listener.session || awaited !== undefined) continue
    for (const { feed, of } of watched) {
      if (of === "line") add(people, feed.performanceId, listener.session.userId)
    }
  }
  return people
}

function add(people: People, performanceId: PerformanceId, userId: UserId) {
  const known = people.get(performanceId)
  if (known) known.add(userId)
  else people.set(performanceId, new Set([userId]))
}

async function note(stores: Stores, people: People) {
  for (const [performanceId, users] of people) {
    const userIds = [...users]
    for (let at = 0; at < userIds.length; at += SEEN_AT_ONCE_MAX) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- Presence is never so urgent that anybody should wait for it.
        await seePeople(stores, performanceId, userIds.slice(at, at + SEEN_AT_ONCE_MAX))
      } catch (error) {
        if (!isAway(error)) stores.onDefect(error, "noting who is there")
      }
    }
  }
}
