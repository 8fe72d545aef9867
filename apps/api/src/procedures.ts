import { trpcServer } from "@hono/trpc-server"
import type { Accounts } from "@podo/accounts/accounts"
import type { Visit } from "@podo/accounts/visit"
import type { Context, Handler } from "hono"
import type { watchCalls } from "./observability/calls.ts"
import { cachingIn } from "./edge/cache-control.ts"
import { retryAfterOf } from "./edge/retry-after.ts"
import { appRouter } from "./router.ts"
import { isForAll } from "./edge/shared-answers.ts"
import { createContext, refusalOf } from "./trpc.ts"

const CALLS_PER_BATCH_MAX = 10

const NO_HEADERS = new Headers()

type Behind = { visitOf: (context: Context) => Visit; calls: ReturnType<typeof watchCalls> }

/** Answers the calls of procedures below a path such as /trpc, one or several in a request. */
export function procedures(
  accounts: Accounts,
  endpoint: string,
  { visitOf, calls }: Behind,
): Handler {
  const answer = trpcServer({
    router: appRouter,
    endpoint,
    maxBatchSize: CALLS_PER_BATCH_MAX,
    createContext: ({ resHeaders, info }, context) => ({
      ...createContext(accounts, {
        ...visitOf(context),
        ...(isForAll(context.req.raw) && { headers: NO_HEADERS }),
        setCookie: (cookie) => resHeaders.append("set-cookie", cookie),
      }),
      onCall: calls.onCall,
      cached: cachingIn(resHeaders, info),
    }),
    onError: ({ error, path }) => {
      calls.onError(error, path, refusalOf(error.cause)?.code)
      if (error.code === "INTERNAL_SERVER_ERROR")
        accounts.onDefect(error.cause ?? error, calls.nameOf(path))
    },
    responseMeta: ({ errors }) => {
      const headers = retryAfterOf(errors.map(({ cause }) => refusalOf(cause)))
      return headers ? { headers: new Headers(headers) } : {}
    },
  })
  return async (context, next) => {
    const answered = await answer(context, next)
    const { method, headers } = context.req.raw
    const mayBePacked = method === "GET" && headers.has("accept-encoding")
    return mayBePacked && answered ? withLength(answered) : answered
  }
}

/** Compression has to know which answers are too small for it. */
async function withLength(answer: Response): Promise<Response> {
  const body = await answer.arrayBuffer()
  answer.headers.set("content-length", String(body.byteLength))
  return new Response(body, answer)
}
