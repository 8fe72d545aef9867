/** The address of a performance's page. */
export function performanceHref(eventId: string, performanceId: string): string {
  return `/events/${eventId}/performances/${performanceId}`
}
