import { describe, expect, test } from "bun:test"
import { type Area, PerformanceId } from "@podo/contract/ids"
import { race, refusalOf } from "@podo/db/racing"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { readAvailability } from "@podo/seating/read-availability"
import { forgiveLetGo } from "@podo/seating/testing"
import { claimPlaces } from "@podo/seating/claim-places"
import { sql } from "kysely"
import { confirmBooking } from "./confirm-booking.ts"
import { mintBookingId } from "./testing/testing.ts"
import { verifyPerformance } from "./verify-performance.ts"

const stores = await openTestStores()

type Day = { performanceId: PerformanceId; area: Area }

async function bookSome({ performanceId, area }: Day, quantity: number, user = mintUserId()) {
  const { holdId } = await claimPlaces(stores, user, { performanceId, area, quantity })
  return confirmBooking(stores, user, { bookingId: mintBookingId(), performanceId, holdId })
}

/** Some days of one festival, each a performance of 100 standing places. */
async function mintDays(count: number): Promise<Day[]> {
  const { performanceId: first, area } = await mintPerformance(stores, {
    capacity: 100,
    standing: true,
  })
  const days = [{ performanceId: first, area }]
  for (let day = 1; day < count; day++) {
    const performanceId = PerformanceId.parse(Bun.randomUUIDv7())
    await sql`
      INSERT INTO performance (id, event_id, hall_id, starts_at, ends_at, sale_opens_at, sale_closes_at,
        cancel_until, limit_per_user, hold_seconds, capacity)
      SELECT ${performanceId}, event_id, hall_id, starts_at + INTERVAL ${day} DAY, ends_at + INTERVAL ${day} DAY,
        sale_opens_at, sale_closes_at, cancel_until, limit_per_user, hold_seconds, capacity
      FROM performance WHERE id = ${first}`.execute(stores.db)
    await sql`
      INSERT INTO performance_area (performance_id, area, name, english_name, kind, first_place, capacity, price)
      SELECT ${performanceId}, area, name, english_name, kind, first_place, capacity, price
      FROM performance_area WHERE performance_id = ${first}`.execute(stores.db)
    days.push({ performanceId, area })
  }
  return days
}

const driftOf = async ({ performanceId }: Day) =>
  (await verifyPerformance(stores, performanceId)).drift

describe("a festival day", () => {
  test("of 100 places that 1,000 people want at once has 100 bookings", async () => {
    const [day] = await mintDays(1)
    if (!day) throw new Error("No day was minted.")
    const { won, refused } = await race(1_000, () => bookSome(day, 1))
    expect(won).toHaveLength(100)
    expect(refused).toEqual({ NOT_ENOUGH_PLACES: 900 })
    const places = won.flatMap((booking) => booking.places.map(({ place }) => place))
    expect(new Set(places).size).toBe(100)
    const { sold, held, drift } = await verifyPerformance(stores, day.performanceId)
    expect({ sold, held, drift }).toEqual({ sold: 100, held: 0, drift: [] })
  }, 20_000)

  test("that has 3 places left refuses 4, says how many there are, and sells those", async () => {
    const [day] = await mintDays(1)
    if (!day) throw new Error("No day was minted.")
    for (let bought = 0; bought < 96; bought += 4) await bookSome(day, 4)
    await bookSome(day, 1)
    const refused = await refusalOf(bookSome(day, 4))
    expect(refused).toEqual({ code: "NOT_ENOUGH_PLACES", remaining: 3 })
    expect((await bookSome(day, 3)).places).toHaveLength(3)
    expect(await driftOf(day)).toEqual([])
  })

  test("gives one person 4 places, however many calls they send at once", async () => {
    const [day] = await mintDays(1)
    if (!day) throw new Error("No day was minted.")
    const user = mintUserId()
    await race(50, () => bookSome(day, 1, user))
    // Claims replaced one another: what is left of the limit can still be booked, and no more.
    await forgiveLetGo(stores, day.performanceId)
    for (let more = 0; more < 5; more++) await race(1, () => bookSome(day, 1, user))
    const { sold, drift } = await verifyPerformance(stores, day.performanceId)
    expect({ sold, drift }).toEqual({ sold: 4, drift: [] })
  })

  test("that is locked and hammered holds up no other day", async () => {
    const [locked, free] = await mintDays(2)
    if (!locked || !free) throw new Error("No days were minted.")
    const user = mintUserId()
    const { performanceId } = locked
    const hold = await claimPlaces(stores, user, { ...locked, quantity: 2 })
    const unlock = Promise.withResolvers<void>()
    const isLocked = Promise.withResolvers<void>()
    const locking = stores.db.transaction().execute(async (trx) => {
      const rows = ["performance WHERE id", "performance_area WHERE performance_id"]
      for (const which of rows) {
        await sql`SELECT * FROM ${sql.raw(which)} = ${performanceId} FOR UPDATE`.execute(trx)
      }
      // A transaction that books these places has to wait until this is over.
      const taken = hold.places.map((place) => ({ performanceId, place, bookingId: null }))
      await trx.insertInto("soldPlace").values(taken).execute()
      isLocked.resolve()
      await unlock.promise
      await trx.deleteFrom("soldPlace").where("performanceId", "=", performanceId).execute()
    })
    await isLocked.promise
    let isWaiting = true
    const waiting = confirmBooking(stores, user, { ...hold, bookingId: mintBookingId() })
    const waited = waiting.finally(() => (isWaiting = false))
    const hammer = new AbortController()
    const hammering = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!hammer.signal.aborted)
          await claimPlaces(stores, mintUserId(), { ...locked, quantity: 1 }).catch(() =>
            readAvailability(stores, locked),
          )
      }),
    )
    const { won } = await race(20, () => bookSome(free, 2))
    expect(won).toHaveLength(20)
    // The control: this day's lock is real, for its own confirmation has waited all the while.
    expect(isWaiting).toBe(true)
    hammer.abort()
    unlock.resolve()
    await Promise.all([locking, hammering])
    expect((await waited).places.map(({ place }) => place)).toEqual(hold.places)
    expect(await driftOf(locked)).toEqual([])
    expect(await driftOf(free)).toEqual([])
  })
})
