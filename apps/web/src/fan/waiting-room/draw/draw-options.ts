import { trpc } from "../../../app/api/trpc.ts"

const ASK_AGAIN_MS = 3_000

/** The draw as it is published: asked for again until it is sealed, a little later by each. */
export const drawOptions = (performanceId: string) =>
  trpc.waitingRoom.draw.queryOptions(
    { performanceId },
    {
      staleTime: ASK_AGAIN_MS,
      refetchInterval: ({ state }) =>
        state.data?.sealedAt ? false : ASK_AGAIN_MS * (1 + Math.random()),
    },
  )
