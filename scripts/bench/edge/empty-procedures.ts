import { appRouter } from "@podo/api/router"
import { procedure } from "@podo/api/trpc"
import { listEventsUncached } from "@podo/catalog/list-events"
import { readEventUncached } from "@podo/catalog/read-event"
import { EventDetail, EventPage, ListEvents, ReadEvent } from "@podo/contract/catalog"

// Loaded before apps/api/src/main.ts, in its process: what everything is measured against. They are reached as all
// other procedures are, through the same edge, limits and sessions, so that a share of the ceiling means what it says.
const { _def: definition } = appRouter
Object.assign(definition.procedures, {
  "bench.anonymous": procedure.anyone.mutation(() => ({})),
  "bench.signedIn": procedure.signedIn.mutation(() => ({})),
  "bench.query": procedure.anyone.query(() => ({})),
  "bench.eventsUncached": procedure.visitor
    .input(ListEvents)
    .output(EventPage)
    .query(({ ctx, input }) => listEventsUncached(ctx.stores, input)),
  "bench.eventUncached": procedure.visitor
    .input(ReadEvent)
    .output(EventDetail)
    .query(({ ctx, input }) => readEventUncached(ctx.stores, input.eventId)),
})
