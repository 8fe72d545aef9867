import { expect } from "bun:test"
import type { UserId } from "@podo/contract/ids"
import type { Hold } from "@podo/contract/seating"

export const CAPACITY = 12
/** Places that one person may have, until somebody at the desk changes it. */
export const LIMIT = 4

/** The state that must be true if every answer was honoured: it knows grants, and nothing of how they came about. */
export class Model {
  readonly holds = new Map<UserId, Hold>()
  readonly bookings = new Map<string, { userId: UserId; places: number[] }>()
  readonly withheld = new Set<number>()
  /** Held by nobody any more, and not open yet. */
  readonly returning = new Set<number>()
  readonly extended = new Set<string>()
  limit = LIMIT
  isClosed = false
  isCancelled = false

  /** A claim was granted. A hold that keeps a place of the one before keeps its end, and whether it was extended. */
  hold(userId: UserId, hold: Hold) {
    const before = this.holds.get(userId)
    this.holds.set(userId, hold)
    if (!before || !hold.places.some((place) => before.places.includes(place))) {
      expect(hold.extendable).toBe(true)
      return
    }
    expect(hold.expiresAt).toBe(before.expiresAt)
    expect(hold.extendable).toBe(!this.extended.has(before.holdId))
    if (!hold.extendable) this.extended.add(hold.holdId)
  }

  map(): string {
    const places = Array.from({ length: CAPACITY }, () => ".")
    for (const hold of this.holds.values()) for (const place of hold.places) places[place] = "h"
    for (const place of this.returning) places[place] = "h"
    for (const booking of this.bookings.values()) {
      for (const place of booking.places) places[place] = "b"
    }
    for (const place of this.withheld) places[place] = "x"
    return places.join("")
  }

  /** Places of a hold that lapsed, or of a booking that was cancelled: they open after a while, or at once where nobody can claim. */
  letGo(places: number[]) {
    if (this.isOnSale) for (const place of places) this.returning.add(place)
  }

  /** The places that the house gets when it asks for any: the last ones, of those that return only what it lacks. */
  lastFree(count: number): number[] {
    const open = [...this.map().matchAll(/\./g)].map(({ index }) => index)
    const returning = [...this.returning].toSorted((one, other) => one - other)
    const chosen = open.slice(-count)
    return chosen.length < count ? [...chosen, ...returning.slice(chosen.length - count)] : chosen
  }

  withhold(places: number[]) {
    for (const place of places) {
      this.returning.delete(place)
      this.withheld.add(place)
    }
  }

  bookedBy(userId: UserId): number {
    const mine = [...this.bookings.values()].filter((booking) => booking.userId === userId)
    return mine.reduce((sum, { places }) => sum + places.length, 0)
  }

  get isOnSale(): boolean {
    return !this.isClosed && !this.isCancelled
  }

  /** Whether so many more places are within the limit, whoever has more already. */
  mayHave(userId: UserId, count: number): boolean {
    return this.bookedBy(userId) + count <= this.limit
  }

  /** Whether a claim of these places must be granted: all are open, or the claimer's own. */
  mayHold(userId: UserId, places: number[]): boolean {
    const map = this.map()
    const own = this.holds.get(userId)?.places ?? []
    const isFree = places.every((place) => map[place] === "." || own.includes(place))
    return this.isOnSale && isFree && this.mayHave(userId, places.length)
  }

  /** Whether a hold must become a booking: also after the close, but not of what does not take place. */
  mayBook(userId: UserId, { places }: Hold): boolean {
    return !this.isCancelled && this.mayHave(userId, places.length)
  }
}
