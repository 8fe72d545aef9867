import type { Hall } from "@podo/contract/hall"
import { useSuspenseQuery } from "@tanstack/react-query"
import { queryClient, trpc } from "../../app/api/trpc.ts"

/** Those that may be used, one's own first. */
export function useHalls(): Hall[] {
  return useSuspenseQuery(trpc.desk.halls.queryOptions()).data.halls
}

export function tellHallsChanged() {
  return queryClient.invalidateQueries(trpc.desk.halls.pathFilter())
}
