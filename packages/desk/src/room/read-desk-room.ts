import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import type { DeskRoom } from "@podo/contract/desk-room"
import type { PerformanceId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { OfPerformance } from "@podo/contract/seating"
import type { Stores } from "@podo/stores/stores"
import { redisIsAway } from "@podo/redis/connect"
import { readRoom } from "@podo/waiting-room/read-room"
import { findRoom } from "@podo/waiting-room/rooms.queries"
import { listNames } from "./desk-rooms.queries.ts"
import { etagOf } from "../history/etag.ts"
import { readLine } from "./read-line.ts"
import { factsOf, suggestTerms, termsOf } from "./room-terms.ts"

/** A waiting room as its operator sees it, on or off. Refuses with NOT_FOUND or NOT_ALLOWED. */
export async function readDeskRoom(
  stores: Stores,
  organizer: Organizer,
  { performanceId }: OfPerformance,
): Promise<DeskRoom> {
  const performance = await ownPerformance(stores.db, organizer, performanceId)
  const row = await findRoom(stores.db, performanceId)
  const isOn = performance.waitingRoom && row !== undefined
  return {
    performanceId,
    etag: etagOf(factsOf(isOn ? termsOf(row) : null)),
    terms: isOn ? termsOf(row) : null,
    suggested: suggestTerms(row, performance),
    // A draft has no line: nobody can come.
    ...((isOn && performance.publishedAt && (await lineUnlessAway(stores, performanceId))) ||
      NO_LINE),
  }
}

type Line = Omit<DeskRoom, "performanceId" | "etag" | "terms" | "suggested">

const NO_LINE: Line = {
  room: null,
  inside: 0,
  absent: 0,
  admitted: 0,
  noShows: 0,
  medianWaitSeconds: null,
  minutes: [],
  people: [],
}

/** Null while Redis is away or busy loading, and where the room has been turned off since. */
async function lineUnlessAway(stores: Stores, performanceId: PerformanceId): Promise<Line | null> {
  try {
    const room = await readRoom(stores, { performanceId })
    const { people, ...line } = await readLine(stores, performanceId)
    const names = await listNames(
      stores.db,
      people.map(({ userId }) => userId),
    )
    const personOf = new Map(names.map((person) => [person.id, person]))
    return {
      room,
      ...line,
      people: people.map(({ userId, admittedUntil }) => {
        const { name = null, email = null } = personOf.get(userId) ?? {}
        return { userId, name, email, admittedUntil }
      }),
    }
  } catch (error) {
    if (redisIsAway(error) || error instanceof Refused) return null
    throw error
  }
}
