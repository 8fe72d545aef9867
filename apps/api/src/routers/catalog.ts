import { listEvents } from "@podo/catalog/list-events"
import { readEvent } from "@podo/catalog/read-event"
import { EventDetail, EventPage, ListEvents, ReadEvent } from "@podo/contract/catalog"
import { checkedOnce } from "./checked-once.ts"
import { procedure, router } from "../trpc.ts"

export const catalogRouter = router({
  events: procedure.visitor
    .meta({ shared: "unless-booked" })
    .input(ListEvents)
    .output(checkedOnce(EventPage))
    .query(({ ctx, input }) => listEvents(ctx.stores, ctx.userId, input)),

  event: procedure.visitor
    .meta({ shared: "unless-booked" })
    .input(ReadEvent)
    .output(checkedOnce(EventDetail))
    .query(({ ctx, input }) => readEvent(ctx.stores, ctx.userId, input)),
})
