import { type KnownTerms, knownTerms } from "@podo/catalog/known-terms"
import type { Booking, ConfirmBooking } from "@podo/contract/booking"
import type { Place, UserId } from "@podo/contract/ids"
import { Refused } from "@podo/contract/refusal"
import type { Stores } from "@podo/stores/stores"
import { redisIsAway } from "@podo/redis/connect"
import { type Begun, beginConfirm } from "@podo/seating/begin-confirm"
import { reconcilePerformance } from "@podo/seating/reconcile-performance"
import { type Confirming, endConfirm } from "@podo/seating/release-hold"
import { listTaken } from "@podo/seating/sold-places.queries"
import { prepareAnswer } from "./answer-booking.ts"
import { findBooking, findQuota } from "./bookings.queries.ts"
import { reconcileBooking } from "./reconcile-booking.ts"
import { priceBooking } from "./price-booking.ts"
import { readBooking } from "./read-bookings.ts"
import { settleBooking } from "./settle-bookings.ts"
import { type Written, writeBooking } from "./write-bookings.ts"

/** Terms may change once more while Redis is told of them; not so often. */
const TERMS_READ_MAX = 4
const RETRY_MS = 1_000

/**
 * Turns a hold into a booking. Sending it again is harmless: the same id is the same booking.
 * Refuses with HOLD_EXPIRED, PLACES_TAKEN, LIMIT_REACHED, CONFIRM_IN_PROGRESS, BOOKING_ID_TAKEN, SALE_CLOSED when
 * the performance is cancelled, or STORE_UNAVAILABLE: then the hold stays, and sending again tells what became of it.
 */
export async function confirmBooking(
  stores: Stores,
  userId: UserId,
  input: ConfirmBooking,
): Promise<Booking> {
  const confirming = { ...input, userId }
  for (let read = 0; read < TERMS_READ_MAX; read++) {
    const begun = await begin(stores, confirming)
    if (!begun) return replay(stores, confirming)
    const booked = await book(stores, confirming, begun)
    if (booked) return booked
    await reconcilePerformance(stores, confirming.performanceId)
  }
  throw new Refused({ code: "STORE_UNAVAILABLE", retryAfterMs: RETRY_MS })
}

async function begin(stores: Stores, confirming: Confirming): Promise<Begun | null> {
  return beginConfirm(stores, confirming).catch(async (error: unknown) => {
    // A booking that is made already can be told of without Redis.
    if (isUnavailable(error) && (await findBooking(stores.db, confirming.bookingId))) return null
    throw error
  })
}

/** Redis cannot do it now, or this process waited for it too long. */
const isUnavailable = (error: unknown) =>
  redisIsAway(error) || (error instanceof Refused && error.refusal.code === "STORE_UNAVAILABLE")

/**
 * Writes the booking by the terms that Redis knows; nothing when MySQL has newer ones. Where MySQL does not answer in
 * time, the commit may have happened all the same, so the hold stays until the sweeper has asked MySQL.
 */
async function book(
  stores: Stores,
  confirming: Confirming,
  { places, version }: Begun,
): Promise<Booking | null> {
  const terms = await knownTerms(stores.db, confirming.performanceId, version)
  if (terms.version !== version) return null
  const booking = priceBooking(confirming, places, terms)
  const answer = await prepareAnswer(stores, terms, booking)
  const written = await writeBooking(stores, booking)
  switch (written.code) {
    case "WRITTEN":
      await settleBooking(stores, { ...confirming, places })
      return answer({ status: "confirmed", bookedAt: written.bookedAt, cancelledAt: null })
    case "OLD_TERMS":
      return null
    case "BOOKED_BEFORE":
      return replay(stores, confirming)
    case "PLACES_TAKEN":
    case "LIMIT_REACHED":
    case "SALE_CLOSED":
      throw await giveUp(stores, { ...confirming, places }, { ...written, terms })
  }
}

/** The booking of an earlier call under this id: the answer that its client did not get. */
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

type No = Extract<Written, { code: "PLACES_TAKEN" | "LIMIT_REACHED" | "SALE_CLOSED" }>

/** Gives the places back after MySQL said no, and says what the person needs to know. */
async function giveUp(
  stores: Stores,
  { places, ...confirming }: Confirming & { places: Place[] },
  { code, terms }: No & { terms: KnownTerms },
): Promise<Refused> {
  const { performanceId, userId } = confirming
  await endConfirm(stores, confirming, "refused")
  if (code === "PLACES_TAKEN") {
    const sold = await listTaken(stores.db, performanceId, places)
    // Redis did not know that they were sold, or nobody could have held them.
    for (const { bookingId } of sold) if (bookingId) await reconcileBooking(stores, bookingId)
    const hasWithheld = sold.some(({ bookingId }) => bookingId === null)
    if (hasWithheld) await reconcilePerformance(stores, performanceId)
    return new Refused({ code, places: sold.map(({ place }) => place) })
  }
  if (code === "LIMIT_REACHED") {
    const quota = await findQuota(stores.db, performanceId, userId)
    return new Refused({ code, limit: terms.limitPerUser, booked: quota?.booked ?? 0 })
  }
  return new Refused({ code })
}
