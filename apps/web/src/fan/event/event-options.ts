import { noteServerNow } from "../../app/api/server-clock.ts"
import { api, trpc } from "../../app/api/trpc.ts"

/** An event, and with it the server's clock. */
export function eventOptions(eventId: string) {
  return {
    ...trpc.catalog.event.queryOptions({ eventId }),
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const askedMs = performance.now()
      const answer = await api.catalog.event.query({ eventId }, { signal })
      noteServerNow(answer.now, askedMs)
      return answer
    },
  }
}
