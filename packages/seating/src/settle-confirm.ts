import type { PerformanceId, Place } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { z } from "zod"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import type { Confirming } from "./release-hold.ts"
import settleConfirmLua from "./settle-confirm.lua" with { type: "text" }

const settleScript = performanceScript(
  settleConfirmLua,
  z.discriminatedUnion("code", [
    NotLoaded,
    z.object({ code: z.literal("SETTLED") }),
    z.object({ code: z.literal("GONE") }),
  ]),
)

/**
 * Marks places as booked once their booking is committed. False when the hold is gone in the meantime:
 * then only a look at MySQL, with the booking's row locked, tells what is right.
 */
export async function settleConfirm(
  stores: Stores,
  { performanceId, holdId, bookingId, userId }: Confirming,
  places: Place[],
): Promise<boolean> {
  const args = [holdId, bookingId, userId, "if-confirming", ...places]
  const { code } = await settleScript(stores.redis, performanceId, args)
  return code === "SETTLED"
}

/**
 * Marks places as booked whoever holds them here. The caller has the confirmed booking's row locked,
 * and hence answers NOT_LOADED rather than loading: that needs a second connection.
 */
export async function bookPlaces(
  { redis }: Stores,
  { performanceId, holdId, bookingId, userId }: Confirming,
  places: Place[],
) {
  return settleScript(redis, performanceId, [holdId, bookingId, userId, "always", ...places])
}

/** A confirmed booking and its places. */
export type Settling = Omit<Confirming, "performanceId"> & { places: Place[] }

/**
 * Marks the places of many bookings of one performance as booked, each as settleConfirm does. For each booking, in
 * their order: whether its hold was still there.
 */
export async function settleConfirms(
  stores: Stores,
  performanceId: PerformanceId,
  settling: Settling[],
): Promise<boolean[]> {
  return Promise.all(
    settling.map(({ places, ...booking }) =>
      settleConfirm(stores, { ...booking, performanceId }, places),
    ),
  )
}
