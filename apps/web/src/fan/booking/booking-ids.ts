import type { HoldId } from "@podo/contract/ids"
import { uuidv7 } from "../../app/api/uuidv7.ts"

const keyOf = (holdId: HoldId) => `podo.booking-of.${holdId}`

/**
 * One id a hold, kept for the tab: whoever asks again because an answer was lost sends the same id,
 * and the server answers with the booking that it already wrote down.
 */
export function bookingIdOf(holdId: HoldId): string {
  return sessionStorage.getItem(keyOf(holdId)) ?? mintBookingId(holdId)
}

/** After the rare answer that the id belongs to somebody else. */
export function mintBookingId(holdId: HoldId): string {
  const bookingId = uuidv7()
  sessionStorage.setItem(keyOf(holdId), bookingId)
  return bookingId
}

/** Undefined when this hold was never sent for booking. */
export function sentBookingIdOf(holdId: HoldId): string | undefined {
  return sessionStorage.getItem(keyOf(holdId)) ?? undefined
}

export function forgetBookingId(holdId: HoldId) {
  sessionStorage.removeItem(keyOf(holdId))
}
