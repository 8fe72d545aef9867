/** The end of the id is random and enough to tell somebody at the door; its beginning is the time. */
export function bookingNumberOf(bookingId: string): string {
  return bookingId
    .slice(-12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, "$1-")
}
