export function DeskEventPage({ eventId }: { eventId: string }) {
  return <p>{eventId}</p>
}
