import type { TRPCRequestInfo } from "@trpc/server/http"
import type { MiddlewareHandler } from "hono"

const IMMUTABLE = "public, max-age=31536000, immutable"
const ASK_AGAIN = "no-cache"
const CACHEABLE_STATUSES = new Set([200, 304])

/** An answer that is the same for everybody, and whether it will be the same for ever. */
type Cacheable = { isFixed: boolean }

/** Tells browsers that they may keep an answer, unless it comes in one body with others. */
export function cachingIn(headers: Headers, { calls }: Pick<TRPCRequestInfo, "calls">) {
  return <Answer extends Cacheable>(answer: Answer): Answer => {
    if (calls.length === 1) headers.set("cache-control", answer.isFixed ? IMMUTABLE : ASK_AGAIN)
    return answer
  }
}

/** An answer that does not say otherwise may not be kept: answers differ by person, and a map by moment. */
export const noStoreByDefault: MiddlewareHandler = async (context, next) => {
  await next()
  const { status, headers } = context.res
  if (CACHEABLE_STATUSES.has(status) && headers.has("cache-control")) return
  // Not by the context, which would make another response of it, as would every header more.
  headers.set("cache-control", "no-store")
}
