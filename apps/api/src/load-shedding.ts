import type { Refusal } from "@podo/contract/refusal"
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc"
import type { MiddlewareHandler } from "hono"
import { retryAfterOf } from "./retry-after.ts"

/**
 * So many calls may be under way in a process at once. At some thousand calls a second the last of them waits for a
 * third of a second: whoever comes on top would only make all wait longer.
 */
export const CALLS_UNDER_WAY_MAX = 1_000
/** Who holds something comes through as long as fewer than this many times as many are under way. */
const FIRST_TIMES = 2

const TOO_BUSY = { code: "STORE_UNAVAILABLE", retryAfterMs: 1_000 } as const satisfies Refusal

type Shedding = {
  underWayMax: number
  /** Whether a procedure comes first: a confirm that is refused has wasted a claim. */
  comesFirst: (procedure: string) => boolean
}

/**
 * Load shedding: refuses calls early while too many are under way, before anything is looked up for them, so that
 * those who came before are served in time. The refusal looks as that of a procedure, and says when to come again.
 */
export function shedLoad({ underWayMax, comesFirst }: Shedding): MiddlewareHandler {
  let underWay = 0
  return async (context, next) => {
    const paths = context.req.path.slice("/trpc/".length).split(",")
    const most = paths.every(comesFirst) ? underWayMax * FIRST_TIMES : underWayMax
    if (underWay >= most) {
      const refused = paths.map(refusalOn)
      const body = context.req.query("batch") === undefined ? refused[0] : refused
      return context.json(body, 503, retryAfterOf([TOO_BUSY]))
    }
    underWay += 1
    try {
      await next()
    } finally {
      underWay -= 1
    }
  }
}

const refusalOn = (path: string) => ({
  error: {
    message: TOO_BUSY.code,
    code: TRPC_ERROR_CODES_BY_KEY.SERVICE_UNAVAILABLE,
    data: { code: "SERVICE_UNAVAILABLE", httpStatus: 503, path, refusal: TOO_BUSY },
  },
})
