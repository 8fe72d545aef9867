/** Where a performance's waiting room is set up. */
export const roomHref = (eventId: string, performanceId: string) =>
  `/desk/events/${eventId}/performances/${performanceId}/room`
