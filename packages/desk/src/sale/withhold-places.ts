import { insertAudit } from "../history/audit.queries.ts"
import { lockPerformance } from "@podo/catalog/performances.queries"
import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import { listAreas } from "@podo/catalog/sale-terms.queries"
import type { ChangedPlaces, WithholdPlaces } from "@podo/contract/desk-sale"
import type { Place } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Transaction } from "@podo/db/connect"
import { isDuplicate } from "@podo/db/errors"
import { insertOutbox } from "@podo/db/outbox.queries"
import type { Stores } from "@podo/stores/stores"
import { inTransaction } from "@podo/db/transaction"
import { reconcilePerformance, tellChange } from "@podo/seating/reconcile-performance"
import { whenLoaded } from "@podo/seating/load-places"
import { type Withheld, withholdLast, withholdNamed } from "@podo/seating/withhold-places"
import { insertWithheld, listTaken, listTakenBetween } from "@podo/seating/sold-places.queries"

/**
 * Keeps places for the house: all that were asked for, or a refusal. Those that it has already are left out of
 * the answer. The performance's row is locked from the word to Redis to the commit, so that whoever makes Redis
 * follow MySQL does not come between.
 *
 * Refuses with NOT_FOUND, NOT_ALLOWED, SALE_CLOSED (cancelled), INVALID_PLACE, PLACES_TAKEN or NOT_ENOUGH_PLACES.
 */
export async function withholdPlaces(
  stores: Stores,
  organizer: Organizer,
  input: WithholdPlaces,
): Promise<ChangedPlaces> {
  const { performanceId } = input
  const { eventId, publishedAt } = await ownPerformance(stores.db, organizer, performanceId)
  const action = { stores, organizer, eventId, isDraft: publishedAt === null }
  // Places that were chosen in a transaction that failed: Redis keeps them, and they are not chosen anew.
  const chosen: Place[] = []
  try {
    const withheld = await whenLoaded(stores, performanceId, () =>
      inTransaction(stores.db, (trx) => withholdIn(trx, { ...action, input, chosen })),
    )
    if (withheld.places.length > 0) await tellChange(stores, { performanceId, eventId })
    return { places: withheld.places.toSorted(ascending) }
  } catch (error) {
    // Redis may keep for the house what MySQL does not: it follows MySQL, if need be by the verifier.
    if (chosen.length > 0) {
      await reconcilePerformance(stores, performanceId).catch((failure: unknown) =>
        stores.onDefect(failure, "opening places that could not be withheld"),
      )
    }
    if (!isDuplicate(error)) throw error
    const taken = await listTaken(stores.db, performanceId, chosen)
    throw new Refused({ code: "PLACES_TAKEN", places: taken.map(({ place }) => place) })
  }
}

type Action = {
  stores: Stores
  organizer: Organizer
  eventId: Awaited<ReturnType<typeof ownPerformance>>["eventId"]
  isDraft: boolean
  input: WithholdPlaces
  chosen: Place[]
}

async function withholdIn(trx: Transaction, action: Action) {
  const { input, organizer, eventId } = action
  const { performanceId } = input
  const performance = await lockPerformance(trx, performanceId)
  if (!performance) throw new Refused({ code: "NOT_FOUND", what: "performance" })
  if (performance.cancelledAt) throw new Refused({ code: "SALE_CLOSED" })
  const asked = "places" in input ? await listFresh(trx, input, performance.capacity) : null
  if (asked?.length === 0) return { code: "WITHHELD" as const, places: [] }
  const withheld = action.isDraft
    ? await chooseOfDraft(trx, input, asked)
    : await withholdInRedis(action, asked)
  if (withheld.code === "NOT_LOADED") return withheld
  if (withheld.code !== "WITHHELD") throw new Refused(refusalOf(withheld))
  action.chosen.splice(0, action.chosen.length, ...withheld.places)
  await insertWithheld(trx, performanceId, withheld.places)
  await insertAudit(trx, {
    userId: organizer.userId,
    eventId,
    performanceId,
    action: "places-withheld",
    after: { places: withheld.places.toSorted(ascending) },
  })
  await insertOutbox(trx, "performance-changed", performanceId)
  await insertOutbox(trx, "event-changed", eventId)
  return withheld
}

/** Those of the named places that the house does not have yet, by MySQL's word. */
async function listFresh(
  trx: Transaction,
  { performanceId, places: named }: Extract<WithholdPlaces, { places: Place[] }>,
  capacity: number,
): Promise<Place[]> {
  const invalid = named.filter((place) => place >= capacity)
  if (invalid.length > 0) throw new Refused({ code: "INVALID_PLACE", places: invalid })
  const taken = await listTaken(trx, performanceId, named)
  const ours = new Set(taken.flatMap(({ place, bookingId }) => (bookingId ? [] : [place])))
  return named.filter((place) => !ours.has(place))
}

async function withholdInRedis({ stores, input, chosen }: Action, asked: Place[] | null) {
  const { redis } = stores
  const { performanceId } = input
  const named = asked ?? (chosen.length > 0 ? chosen : null)
  return named || "places" in input
    ? withholdNamed(redis, performanceId, named ?? [])
    : withholdLast(redis, performanceId, [input.area, input.quantity])
}

/** A draft's places cannot be bought: MySQL alone knows them. */
async function chooseOfDraft(trx: Transaction, input: WithholdPlaces, asked: Place[] | null) {
  if (asked || "places" in input) return { code: "WITHHELD" as const, places: asked ?? [] }
  const areas = await listAreas(trx, input.performanceId)
  const area = areas.find((one) => one.area === input.area)
  if (!area) return { code: "UNKNOWN_AREA" as const }
  const { firstPlace, capacity } = area
  const last = firstPlace + capacity - 1
  const taken = await listTakenBetween(trx, input.performanceId, [firstPlace, last])
  const open = Array.from({ length: capacity }, (_, at) => last - at).filter(
    (place) => !taken.has(place),
  )
  if (open.length < input.quantity) {
    return { code: "NOT_ENOUGH_PLACES" as const, remaining: open.length }
  }
  return { code: "WITHHELD" as const, places: open.slice(0, input.quantity) }
}

type Refusing = Exclude<Withheld, { code: "WITHHELD" | "NOT_LOADED" }>

const refusalOf = (withheld: Refusing) =>
  withheld.code === "UNKNOWN_AREA" ? ({ code: "NOT_FOUND", what: "area" } as const) : withheld

const ascending = (one: Place, other: Place) => one - other
