import type { PerformanceId, UserId } from "@podo/contract/ids"
import type { Stores } from "@podo/stores/stores"
import { keysOfPerformance } from "@podo/redis/performance-keys"
import { findHold } from "@podo/seating/find-hold"
import { readAvailability } from "@podo/seating/read-availability"

const STATES = [".", "h", "b", "x"]

/** Somebody who has looked once, and knows since then only what the feed has told. */
export async function hearOf(
  stores: Stores,
  { performanceId }: { performanceId: PerformanceId },
  users: UserId[],
) {
  const { feed } = keysOfPerformance(performanceId)
  const heard = { places: [""], revision: "", holds: new Map<UserId, string>() }

  async function look() {
    const { places, revision } = await readAvailability(stores, { performanceId })
    Object.assign(heard, { places: places.split(""), revision })
    for (const userId of users) await lookAtHold(userId)
  }

  async function holdOf(userId: UserId) {
    const hold = await findHold(stores, userId, { performanceId })
    return hold ? `${hold.holdId} ${hold.places.join(" ")} ${hold.expiresAt}` : "none"
  }

  async function lookAtHold(userId: UserId) {
    heard.holds.set(userId, await holdOf(userId))
  }

  async function hear(field: string, value: string) {
    if (field === "loaded") return look()
    const named = value.split(",")
    if (field === "users")
      for (const user of users) if (named.includes(user)) await lookAtHold(user)
    if (STATES.includes(field)) for (const place of named) heard.places[Number(place)] = field
  }

  await look()
  return {
    /** The map as whoever listens to the feed draws it now. */
    async places() {
      for (const [revision, fields] of await stores.redis.xrange(feed, `(${heard.revision}`, "+")) {
        heard.revision = revision
        for (let at = 0; at < fields.length; at += 2) {
          await hear(fields[at] ?? "", fields[at + 1] ?? "")
        }
      }
      return heard.places.join("")
    },

    /** The hold of each user now, as they were told and as it is. */
    async holds() {
      const are = new Map<UserId, string>()
      for (const userId of users) are.set(userId, await holdOf(userId))
      return { told: heard.holds, are }
    },
  }
}
