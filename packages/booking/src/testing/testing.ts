import { knownTerms } from "@podo/catalog/known-terms"
import { findSaleTerms } from "@podo/catalog/sale-terms.queries"
import { BookingId, HoldId, type PerformanceId, type Place, type UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { mintUserId } from "@podo/db/testing"
import { inTransaction } from "@podo/db/transaction"
import { connectRedis } from "@podo/redis/connect"
import { testRedisUrl } from "@podo/redis/testing"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { claimPlaces } from "@podo/seating/claim-places"
import type { Confirming } from "@podo/seating/release-hold"
import { lapseConfirm } from "@podo/seating/testing"
import { confirmBooking } from "../confirm-booking.ts"
import { findFirstArea, insertBooking, insertPlaces, raiseQuota } from "./bookings.queries.ts"
import { priceBooking } from "../price-booking.ts"
import { writeBooking } from "../write-bookings.ts"

export const mintBookingId = () => BookingId.parse(Bun.randomUUIDv7())

/** All the way from the map to a booking. */
export async function book(
  stores: Stores,
  userId: UserId,
  { performanceId, places }: { performanceId: PerformanceId; places: number[] },
) {
  const { holdId } = await claimPlaces(stores, userId, { performanceId, places })
  const bookingId = mintBookingId()
  return confirmBooking(stores, userId, { bookingId, performanceId, holdId })
}

/** The commit of a confirmation alone, by the newest terms. False when it was committed before. */
export async function commitBooking(
  stores: Stores,
  confirming: Confirming,
  places: Place[],
): Promise<boolean> {
  const { version } = await findSaleTerms(stores.db, confirming.performanceId)
  const terms = await knownTerms(stores.db, confirming.performanceId, version)
  const { code } = await writeBooking(stores, priceBooking(confirming, places, terms))
  if (code === "WRITTEN" || code === "BOOKED_BEFORE") return code === "WRITTEN"
  if (code === "PLACES_TAKEN") throw new Refused({ code, places: [] })
  if (code === "LIMIT_REACHED") throw new Refused({ code, limit: 0, booked: 0 })
  if (code === "SALE_CLOSED") throw new Refused({ code })
  throw new Error("The terms have changed meanwhile.")
}

/** The steps of a confirmation up to the moment at which its process dies. */
export async function dieConfirming(
  stores: Stores,
  userId: UserId,
  performanceId: PerformanceId,
  committed: boolean,
) {
  const { holdId } = await claimPlaces(stores, userId, { performanceId, places: [3, 4] })
  const bookingId = mintBookingId()
  const confirming = { performanceId, holdId, bookingId, userId }
  const begun = await beginConfirm(stores, confirming)
  if (committed && begun) await commitBooking(stores, confirming, begun.places)
  await lapseConfirm(stores, performanceId, holdId)
  return confirming
}

/** The same stores while Redis is away. A failure because of it is told to `defects`. */
export async function withoutRedis(stores: Stores, defects: unknown[] = []): Promise<Stores> {
  const redis = await connectRedis(testRedisUrl())
  redis.disconnect()
  return { ...stores, redis, onDefect: (error) => defects.push(error) }
}

/** The same stores, whose Redis answers scripts as it is told to. */
export function answering(
  stores: Stores,
  answer: (ask: () => Promise<unknown>) => Promise<unknown>,
): Stores {
  const redis = new Proxy(stores.redis, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== "function") return value
      if (name !== "evalsha") return value.bind(target)
      return (...args: unknown[]) => answer(() => value.apply(target, args))
    },
  })
  return { ...stores, redis }
}

/** The first question is carried out, and its answer is lost. */
export function losingAnAnswer(stores: Stores): Stores {
  let isLost = false
  return answering(stores, async (ask) => {
    const answer = await ask()
    if (isLost) return answer
    isLost = true
    throw new Error("Command timed out")
  })
}

/** Bookings of two places each from the first place on, straight into MySQL: by whom, and under which ids. */
export async function mintBookings(
  stores: Stores,
  performanceId: PerformanceId,
  users: number | UserId[],
) {
  const buyers = typeof users === "number" ? Array.from({ length: users }, mintUserId) : users
  const { area } = await findFirstArea(stores, performanceId)
  return inTransaction(stores.db, async (trx) => {
    const minted = []
    for (const [index, userId] of buyers.entries()) {
      const [id, holdId] = [mintBookingId(), HoldId.parse(Bun.randomUUIDv7())]
      const booking = { id, userId, performanceId, holdId, total: 100_000, currency: "KRW" }
      const places = [index * 2, index * 2 + 1].map((place) => ({ place, area, price: 50_000 }))
      await insertBooking(trx, booking)
      await insertPlaces(trx, booking, places)
      await raiseQuota(trx, booking, places.length)
      minted.push({ bookingId: id, userId })
    }
    return minted
  })
}
