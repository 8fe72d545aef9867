import type { PerformanceId, Place } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { z } from "zod"
import { NotLoaded, performanceScript } from "./performance-script.ts"
import type { Confirming } from "./release-hold.ts"
import settleConfirmLua from "./settle-confirm.lua" with { type: "text" }

const settleScript = performanceScript(
  settleConfirmLua,
  z.discriminatedUnion("code", [
    NotLoaded,
    z.object({ code: z.literal("SETTLED"), settled: z.string() }),
  ]),
)

/** A booking and its places, with the hold that it came from. */
export type Settling = Omit<Confirming, "performanceId"> & { places: Place[] }

/** So that no script keeps everybody else waiting for long. */
export const BOOKINGS_PER_SCRIPT_MAX = 256

/** Some bookings, few enough for one script, as the arguments that tell of them. */
export function* argsOfBookings(bookings: Settling[]) {
  for (let at = 0; at < bookings.length; at += BOOKINGS_PER_SCRIPT_MAX) {
    const some = bookings.slice(at, at + BOOKINGS_PER_SCRIPT_MAX)
    yield some.flatMap(({ holdId, bookingId, userId, places }) => [
      holdId,
      bookingId,
      userId,
      places.join(","),
    ])
  }
}

/**
 * Marks the places of many bookings of one performance as booked, once they are committed. For each booking, in
 * their order: false when its hold is gone in the meantime: then only a look at MySQL, with the booking's row
 * locked, tells what is right.
 */
export async function settleConfirms(
  { redis }: Pick<Stores, "redis">,
  performanceId: PerformanceId,
  settling: Settling[],
): Promise<boolean[]> {
  const settled: number[] = []
  for (const args of argsOfBookings(settling)) {
    const reply = await settleScript(redis, performanceId, ["if-confirming", ...args])
    if (reply.code === "NOT_LOADED") return settling.map(() => false)
    settled.push(...reply.settled.split(",").map(Number))
  }
  return settling.map((_, at) => settled[at] === 1)
}

/** As settleConfirms, for one. */
export async function settleConfirm(
  stores: Stores,
  { performanceId, ...confirming }: Confirming,
  places: Place[],
): Promise<boolean> {
  const [isSettled] = await settleConfirms(stores, performanceId, [{ ...confirming, places }])
  return isSettled === true
}

/**
 * Marks the places of many bookings of one performance as booked whoever holds them here. The caller has the rows
 * of the confirmed bookings locked, and hence answers NOT_LOADED rather than loading: that needs a second connection.
 */
export async function bookAll(
  { redis }: Pick<Stores, "redis">,
  performanceId: PerformanceId,
  settling: Settling[],
): Promise<{ code: "SETTLED" | "NOT_LOADED" }> {
  for (const args of argsOfBookings(settling)) {
    const { code } = await settleScript(redis, performanceId, ["always", ...args])
    if (code === "NOT_LOADED") return { code }
  }
  return { code: "SETTLED" }
}

/** As bookAll, for one. */
export async function bookPlaces(
  stores: Stores,
  { performanceId, ...confirming }: Confirming,
  places: Place[],
) {
  return bookAll(stores, performanceId, [{ ...confirming, places }])
}
