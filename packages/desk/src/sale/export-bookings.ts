import type { Organizer } from "../own-event.ts"
import { ownPerformance } from "../own-performance.ts"
import type { ExportBookings, ExportedBookings } from "@podo/contract/desk-sale"
import type { Stores } from "@podo/stores/stores"
import { unparse } from "papaparse"
import { listBookedPlaces } from "@podo/booking/bookings.queries"
import { type DeskBookingRow, listDeskBookingRows } from "./desk-bookings.queries.ts"
import { nextCursorOf } from "./list-desk-bookings.ts"
import { bookedPlaceOf } from "@podo/booking/read-bookings"

/** Without it, spreadsheets take UTF-8 for something older. */
const BYTE_ORDER_MARK = "\uFEFF"
const END_OF_LINE = "\r\n"

/** The texts that a spreadsheet would take for a formula and carry out, also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/

const COLUMNS = [
  "booking id",
  "status",
  "name",
  "e-mail",
  "booked at",
  "cancelled at",
  "area",
  "row",
  "number",
  "price",
]

/**
 * A performance's bookings as CSV, a line for each place, the newest first: a booking that is made while the
 * pages are asked for moves none of those that were there. Refuses with NOT_FOUND or NOT_ALLOWED.
 */
export async function exportBookings(
  { db }: Stores,
  organizer: Organizer,
  input: ExportBookings,
): Promise<ExportedBookings> {
  const performance = await ownPerformance(db, organizer, input.performanceId)
  const rows = await listDeskBookingRows(db, input)
  const page = rows.slice(0, input.limit)
  const booked = await listBookedPlaces(
    db,
    page.map(({ id }) => id),
  )
  const placesOf = Map.groupBy(booked, ({ bookingId }) => bookingId)
  const fractionDigits = fractionDigitsOf(performance.currency)
  const lines = page.flatMap((row) =>
    (placesOf.get(row.id) ?? []).map((place) => [
      ...factsOf(row, performance.timeZone),
      ...placeFactsOf(bookedPlaceOf(place), fractionDigits),
    ]),
  )
  const isFirst = input.cursor === undefined
  return {
    csv: (isFirst ? BYTE_ORDER_MARK : "") + csvOf(isFirst ? [COLUMNS, ...lines] : lines),
    nextCursor: nextCursorOf(rows, page),
  }
}

type Cell = string | number | null

function csvOf(lines: Cell[][]): string {
  if (lines.length === 0) return ""
  return unparse(lines, { newline: END_OF_LINE, escapeFormulae: FORMULA }) + END_OF_LINE
}

function factsOf(row: DeskBookingRow, timeZone: string): Cell[] {
  const at = (moment: Date | null) => moment && clockTimeOf(moment, timeZone)
  return [row.id, row.status, row.name, row.email, at(row.bookedAt), at(row.cancelledAt)]
}

function placeFactsOf(
  { areaName, row, number, price }: ReturnType<typeof bookedPlaceOf>,
  fractionDigits: number,
): Cell[] {
  return [areaName, row, number, (price / 10 ** fractionDigits).toFixed(fractionDigits)]
}

/** "2026-11-22T19:30:00+09:00": what the clock there said, and which moment it was. */
const clockTimeOf = (moment: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toString({
    timeZone,
    smallestUnit: "second",
  })

const fractionDigitsOf = (currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
    .maximumFractionDigits ?? 0
