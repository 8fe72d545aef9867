import type { Organizer } from "@podo/catalog/own-event"
import type { DeskBookingPage, ListDeskBookings } from "@podo/contract/desk-sale"
import type { Stores } from "@podo/db/stores"

/** Who has booked. */
export async function listDeskBookings(
  _stores: Stores,
  _organizer: Organizer,
  _input: ListDeskBookings,
): Promise<DeskBookingPage> {
  throw new Error("listDeskBookings")
}
