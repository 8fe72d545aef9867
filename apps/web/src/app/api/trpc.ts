import type { AppRouter } from "@podo/api/router"
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query"
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from "@trpc/client"
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query"
import { rememberSignedOut } from "../session/signed-out-elsewhere.ts"
import { isPassing, mustSignIn } from "./refusals.ts"

const ANSWER_WITHIN_MS = 15_000
/** A hall of 6 MB takes its time from a phone. */
const FILE_ANSWERED_WITHIN_MS = 180_000

/** A map of 50,000 places must not hold up the small answers of its batch, and browsers keep only single answers. */
const OF_A_WHOLE_HALL = new Set([
  "seating.plan",
  "seating.seats",
  "seating.availability",
  "waitingRoom.drawPage",
])
const CARRIES_A_FILE = new Set(["desk.createEvent", "desk.setPoster", "desk.importHall"])
const RETRIES = 2

/**
 * Offline too: a question that waits for the network in silence looks like a page that hangs, and a
 * booking that is sent minutes later is one that nobody expects any more.
 */
const ASK_ALWAYS = { networkMode: "always" } as const

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteSignedOut }),
  mutationCache: new MutationCache({ onError: noteSignedOut }),
  defaultOptions: {
    queries: {
      ...ASK_ALWAYS,
      refetchOnReconnect: true,
      staleTime: 10_000,
      retry: (failures, error) => failures < RETRIES && isPassing(error),
    },
    mutations: { ...ASK_ALWAYS, retry: false },
  },
})

export const api = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ path }) => OF_A_WHOLE_HALL.has(path),
      true: httpLink({ url: "/trpc", fetch: within(ANSWER_WITHIN_MS) }),
      false: splitLink({
        condition: ({ path }) => CARRIES_A_FILE.has(path),
        true: httpLink({ url: "/trpc", fetch: within(FILE_ANSWERED_WITHIN_MS) }),
        false: httpBatchLink({
          url: "/trpc",
          maxURLLength: 2_000,
          fetch: within(ANSWER_WITHIN_MS),
        }),
      }),
    }),
  ],
})

export const trpc = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient })

/** A session that ended elsewhere: from now on the page shows a guest. */
function noteSignedOut(error: unknown) {
  if (!mustSignIn(error)) return
  const queryKey = trpc.account.me.queryKey()
  const me = queryClient.getQueryData(queryKey)
  if (me) rememberSignedOut(me)
  queryClient.setQueryData(queryKey, null)
}

type Asked = Omit<RequestInit, "signal"> & { signal?: AbortSignal | null | undefined }

/** A connection that died silently would otherwise spin for minutes. */
function within(answerMs: number) {
  return (input: RequestInfo | URL | string, init?: Asked): Promise<Response> => {
    const limits = [AbortSignal.timeout(answerMs), ...(init?.signal ? [init.signal] : [])]
    return fetch(input, { ...init, signal: AbortSignal.any(limits) })
  }
}
