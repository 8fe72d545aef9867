import { findSaleTerms } from "@podo/catalog/sale-terms.queries"
import type { Booking, ConfirmBooking } from "@podo/contract/booking"
import type { Place, UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/db/stores"
import { redisIsAway } from "@podo/redis/connect"
import { tellPerson } from "@podo/redis/person-news"
import { beginConfirm } from "@podo/seating/begin-confirm"
import { followPerformance } from "@podo/seating/follow-performance"
import { type Confirming, endConfirm } from "@podo/seating/release-hold"
import { settleConfirm } from "@podo/seating/settle-confirm"
import { listTaken } from "@podo/seating/sold-places.queries"
import { findBooking, findQuota } from "./bookings.queries.ts"
import { followBooking } from "./follow-booking.ts"
import { readBooking } from "./read-bookings.ts"
import { writeBooking } from "./write-booking.ts"

/**
 * Turns a hold into a booking. Sending it again is harmless: the same id is the same booking.
 * Refuses with HOLD_EXPIRED, PLACES_TAKEN, LIMIT_REACHED, CONFIRM_IN_PROGRESS, BOOKING_ID_TAKEN, or SALE_CLOSED
 * when the performance is cancelled.
 */
export async function confirmBooking(
  stores: Stores,
  userId: UserId,
  input: ConfirmBooking,
): Promise<Booking> {
  const confirming = { ...input, userId }
  const places = await beginConfirm(stores, confirming).catch(async (error: unknown) => {
    // A booking that is made already can be told of without Redis.
    if (redisIsAway(error) && (await findBooking(stores.db, input.bookingId))) return null
    throw error
  })
  if (!places) return replay(stores, confirming)
  try {
    const isNew = await writeBooking(stores, confirming, places)
    if (!isNew) return await replay(stores, confirming)
  } catch (error) {
    // Only a refusal says that nothing was written. After any other failure the commit may have
    // happened all the same, so the hold stays until the sweeper has asked MySQL.
    if (error instanceof Refused) throw await giveUp(stores, { ...confirming, places }, error)
    throw error
  }
  await settle(stores, confirming, places)
  return readBooking(stores.db, input.bookingId)
}

/** The booking is committed whatever happens here: what Redis misses now, the outbox tells it later. */
async function settle(stores: Stores, confirming: Confirming, places: Place[]) {
  try {
    const isSettled = await settleConfirm(stores, confirming, places)
    if (!isSettled) await followBooking(stores, confirming.bookingId)
    await tellPerson(stores.redis, confirming.userId, { news: "bookings-changed" })
  } catch (error) {
    stores.onDefect(error, "settling a booking")
  }
}

/** What was booked under this id before: the answer that its client did not get. */
async function replay(stores: Stores, confirming: Confirming): Promise<Booking> {
  const booked = await findBooking(stores.db, confirming.bookingId)
  if (!booked) throw new Refused({ code: "HOLD_EXPIRED" })
  const isSame =
    booked.userId === confirming.userId &&
    booked.performanceId === confirming.performanceId &&
    booked.holdId === confirming.holdId
  if (!isSame) {
    // Harmless unless this very hold began to be confirmed under the taken id.
    await endConfirm(stores, confirming, "given-back")
    throw new Refused({ code: "BOOKING_ID_TAKEN" })
  }
  return readBooking(stores.db, booked.id)
}

/** Gives the places back after MySQL said no, and says what the person needs to know. */
async function giveUp(
  stores: Stores,
  { places, ...confirming }: Confirming & { places: Place[] },
  { refusal }: Refused,
): Promise<Refused> {
  const { performanceId, userId } = confirming
  await endConfirm(stores, confirming, "refused")
  if (refusal.code === "PLACES_TAKEN") {
    const sold = await listTaken(stores.db, performanceId, places)
    // Redis did not know that they were sold, or nobody could have held them.
    for (const { bookingId } of sold) if (bookingId) await followBooking(stores, bookingId)
    const hasWithheld = sold.some(({ bookingId }) => bookingId === null)
    if (hasWithheld) await followPerformance(stores, performanceId)
    return new Refused({ code: "PLACES_TAKEN", places: sold.map(({ place }) => place) })
  }
  if (refusal.code === "LIMIT_REACHED") {
    const quota = await findQuota(stores.db, performanceId, userId)
    const { limitPerUser } = await findSaleTerms(stores.db, performanceId)
    return new Refused({ code: "LIMIT_REACHED", limit: limitPerUser, booked: quota?.booked ?? 0 })
  }
  return new Refused(refusal)
}
