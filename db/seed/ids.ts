import {
  Area,
  BookingId,
  EventId,
  HallId,
  HoldId,
  PerformanceId,
  UserId,
  VenueId,
} from "@podo/contract/ids"

/** A UUID (version 8) made of a name: the same name is the same id on every machine. */
function uuidOf(name: string): string {
  const digest = new Bun.CryptoHasher("sha256").update(`podo demo ${name}`).digest()
  const bytes = digest.subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}

export const areaOf = (name: string) => Area.parse(name)
export const userIdOf = (name: string) => UserId.parse(uuidOf(`user ${name}`))
export const venueIdOf = (name: string) => VenueId.parse(uuidOf(`venue ${name}`))
export const hallIdOf = (name: string) => HallId.parse(uuidOf(`hall ${name}`))
export const eventIdOf = (name: string) => EventId.parse(uuidOf(`event ${name}`))

/** @param index 0 for the first performance of the event. */
export const performanceIdOf = (event: string, index: number) =>
  PerformanceId.parse(uuidOf(`performance ${event} ${index}`))

export const bookingIdOf = (name: string) => BookingId.parse(uuidOf(`booking ${name}`))
export const holdIdOf = (name: string) => HoldId.parse(uuidOf(`hold ${name}`))
