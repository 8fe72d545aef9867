import { useMutation } from "@tanstack/react-query"
import { refusalOf } from "../../app/api/refusals.ts"
import { api } from "../../app/api/trpc.ts"
import { keepHold, type LiveHold, readHoldAnew } from "./hold-query.ts"

export type Extend = ReturnType<typeof useExtend>

/** More time for a hold, once. Whatever the answer, the page then knows how much there is. */
export function useExtend(onLapsed: (hold: LiveHold) => void) {
  const extending = useMutation({
    mutationFn: ({ performanceId, holdId }: LiveHold) =>
      api.seating.extend.mutate({ performanceId, holdId }),
    onSuccess: (hold) => keepHold(hold.performanceId, hold),
    onError: (error, hold) => {
      const code = refusalOf(error)?.code
      if (code === "HOLD_EXPIRED" || code === "NOT_FOUND") return onLapsed(hold)
      // Extended on another device, or by an answer that was lost.
      return void readQuietly(hold)
    },
  })
  const { mutate, isPending, error } = extending
  return { extend: mutate, isPending, error }
}

async function readQuietly({ performanceId }: LiveHold) {
  await readHoldAnew(performanceId).catch(() => undefined)
}
