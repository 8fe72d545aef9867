import { queryClient } from "../api/trpc.ts"

/** Resolves when nothing that this page does is under way: the answer to it tells more than news of it. */
export function actionsDone(): Promise<void> {
  if (queryClient.isMutating() === 0) return Promise.resolve()
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = queryClient.getMutationCache().subscribe(() => {
    if (queryClient.isMutating() > 0) return
    stop()
    resolve()
  })
  return promise
}
