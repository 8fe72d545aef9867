import type { DeskRoom, SteerRoom } from "@podo/contract/desk-room"
import { useMutation, useQuery } from "@tanstack/react-query"
import { api, queryClient, trpc } from "../../app/api/trpc.ts"
import { roomPollMsOf } from "./room-state.ts"

/** Together with what else its page asks for, before it is known whether there is a room. */
export const deskRoomQuery = (performanceId: string) =>
  trpc.desk.room.queryOptions({ performanceId }, { staleTime: 0, retry: 1 })

/** Asked for every few seconds, while somebody looks. */
export function useDeskRoom(performanceId: string) {
  return useQuery({
    ...deskRoomQuery(performanceId),
    refetchInterval: ({ state }) => roomPollMsOf(state.data),
  })
}

/** The answer of an action is what the page shows, at once; whatever else tells of it is asked again meanwhile. */
export async function keepDeskRoom(room: DeskRoom) {
  const { queryKey } = deskRoomQuery(room.performanceId)
  // An answer that is still on its way was written before.
  await queryClient.cancelQueries({ queryKey })
  queryClient.setQueryData(queryKey, room)
  void Promise.all([
    queryClient.invalidateQueries(trpc.desk.event.pathFilter()),
    queryClient.invalidateQueries(trpc.desk.sale.pathFilter()),
    queryClient.invalidateQueries(trpc.desk.history.pathFilter()),
    queryClient.invalidateQueries(trpc.catalog.pathFilter()),
  ])
}

export type Act = SteerRoom["act"]

/** One press, one act. After a lost answer the page asks what is true now. */
export function useSteer(performanceId: string) {
  return useMutation({
    mutationFn: (act: Act) => api.desk.steerRoom.mutate({ performanceId, act }),
    onSuccess: keepDeskRoom,
    onError: () => void queryClient.invalidateQueries(deskRoomQuery(performanceId)),
  })
}

export type Steering = ReturnType<typeof useSteer>
