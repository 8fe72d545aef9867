import type { TRPCRequestInfo } from "@trpc/server/http"
import type { MiddlewareHandler } from "hono"

const IMMUTABLE = "public, max-age=31536000, immutable"
const ASK_AGAIN = "no-cache"
const KEPT_STATUSES = new Set([200, 304])

/** An answer that is the same for everybody, and whether it will be the same for ever. */
type Keepable = { isFixed: boolean }

/** Tells browsers that they may keep an answer; not when it comes in one piece with others. */
export function keepingIn(headers: Headers, { calls }: Pick<TRPCRequestInfo, "calls">) {
  return <Answer extends Keepable>(answer: Answer): Answer => {
    if (calls.length === 1) headers.set("cache-control", answer.isFixed ? IMMUTABLE : ASK_AGAIN)
    return answer
  }
}

/** Answers differ by person, and a map by moment: no cache on the way may keep those that do not ask for it. */
export const keepNothingElse: MiddlewareHandler = async (context, next) => {
  await next()
  const { status, headers } = context.res
  if (KEPT_STATUSES.has(status) && headers.has("cache-control")) return
  // Not by the context, which would make another response of it, as would every header more.
  headers.set("cache-control", "no-store")
}
