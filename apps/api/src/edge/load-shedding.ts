import type { Refusal } from "@podo/contract/refusal"
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc"
import type { MiddlewareHandler } from "hono"
import type { Watchers } from "../observability/calls.ts"
import { retryAfterOf } from "./retry-after.ts"

/**
 * So many calls may be under way in a process at once. At some thousand calls a second the last of them waits for a
 * third of a second: whoever comes on top would only make all wait longer.
 */
const CALLS_UNDER_WAY_MAX = 1_000
/** Callers who hold something come through as long as fewer than this many times as many are under way. */
const FIRST_TIMES = 2

const TOO_BUSY = { code: "STORE_UNAVAILABLE", retryAfterMs: 1_000 } as const satisfies Refusal
const TOO_BUSY_STATUS = 503
const HEADERS = { ...retryAfterOf([TOO_BUSY]), "x-content-type-options": "nosniff" }

type Shedding = Pick<Watchers, "metrics"> & { callsUnderWayMax?: number }

/**
 * Load shedding: refuses calls early while too many are under way, before anything else is done for them, so that
 * those who came before are served in time: while twice as many come as can be served, each refusal takes from what
 * is left for them. It looks as that of a procedure, and says when to come again; it is counted, and not logged.
 * `comesFirst` tells of a procedure whether it does: a confirm that is refused has wasted a claim.
 */
export function shedLoad(
  { metrics, callsUnderWayMax: underWayMax = CALLS_UNDER_WAY_MAX }: Shedding,
  comesFirst: (procedure: string) => boolean,
): MiddlewareHandler {
  let underWay = 0
  return async (context, next) => {
    const paths = context.req.path.slice("/trpc/".length).split(",")
    const most = paths.every(comesFirst) ? underWayMax * FIRST_TIMES : underWayMax
    if (underWay >= most) {
      metrics?.onRequest({ route: "/trpc/*", status: TOO_BUSY_STATUS })
      const refused = paths.map(refusalOn)
      const body = context.req.query("batch") === undefined ? refused[0] : refused
      return Response.json(body, { status: TOO_BUSY_STATUS, headers: HEADERS })
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
    data: { code: "SERVICE_UNAVAILABLE", httpStatus: TOO_BUSY_STATUS, path, refusal: TOO_BUSY },
  },
})
