import type { DeskEvent } from "@podo/contract/desk"
import { useSuspenseQuery } from "@tanstack/react-query"
import { queryClient, trpc } from "../../app/api/trpc.ts"

export function useDeskEvent(eventId: string): DeskEvent {
  return useSuspenseQuery(trpc.desk.event.queryOptions({ eventId })).data
}

/** The answer of a change is what the page shows; lists, histories and the public pages ask again. */
export async function keepDeskEvent(event: DeskEvent) {
  queryClient.setQueryData(trpc.desk.event.queryKey({ eventId: event.eventId }), event)
  await tellEventsChanged()
}

export async function tellEventsChanged() {
  await Promise.all([
    queryClient.invalidateQueries(trpc.desk.events.pathFilter()),
    queryClient.invalidateQueries(trpc.desk.history.pathFilter()),
    queryClient.invalidateQueries(trpc.desk.sale.pathFilter()),
    queryClient.invalidateQueries(trpc.catalog.pathFilter()),
  ])
}

/** Where the answer to a change does not tell what the event is now. */
export async function askDeskEventAgain(eventId: string) {
  await Promise.all([
    queryClient.invalidateQueries(trpc.desk.event.queryFilter({ eventId })),
    tellEventsChanged(),
  ])
}
