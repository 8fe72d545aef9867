import type { Stores } from "@podo/stores/stores"
import { mintPerformance, mintUserId, type PerformanceWishes } from "@podo/db/testing"
import type { Organizer } from "../own-event.ts"
import { releasePlaces } from "../sale/release-places.ts"
import { withholdPlaces } from "../sale/withhold-places.ts"
import { organizerOf } from "./sales.queries.ts"

/** An organizer who runs other events. */
export const mintStranger = (): Organizer => ({
  userId: mintUserId(),
  roles: ["user", "organizer"],
})

/** A performance, with what its organizer can do with places of the house. */
export async function mintSale(stores: Stores, wishes: PerformanceWishes = {}) {
  const minted = await mintPerformance(stores, wishes)
  const { performanceId } = minted
  const organizer = await organizerOf(stores, minted.eventId)
  return {
    ...minted,
    organizer,
    withhold: (places: number[]) => withholdPlaces(stores, organizer, { performanceId, places }),
    withholdLast: (quantity: number, area = minted.area) =>
      withholdPlaces(stores, organizer, { performanceId, area, quantity }),
    release: (places: number[]) => releasePlaces(stores, organizer, { performanceId, places }),
  }
}
