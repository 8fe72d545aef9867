import type { Organizer } from "@podo/catalog/own-event"
import type { ExportBookings, ExportedBookings } from "@podo/contract/desk-sale"
import type { Stores } from "@podo/db/stores"

/** Bookings as CSV. */
export async function exportBookings(
  _stores: Stores,
  _organizer: Organizer,
  _input: ExportBookings,
): Promise<ExportedBookings> {
  throw new Error("exportBookings")
}
