import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc"
import type { MiddlewareHandler } from "hono"

const STATUS = 400
const MESSAGE = "Ask for one whole hall a request: its answer is too large to travel with another."

/**
 * Refuses a request that asks for several answers of which each is as large as a hall: ten plans of a stadium in one
 * small GET are 40 MB. `isLarge` tells of a procedure whether its answer is. Pages ask for each of these alone.
 */
export function oneLargeAnswer(isLarge: (procedure: string) => boolean): MiddlewareHandler {
  return async (context, next) => {
    const paths = context.req.path.slice("/trpc/".length).split(",")
    if (paths.filter(isLarge).length <= 1) return next()
    return context.json(paths.map(refusalOn), STATUS, { "cache-control": "no-store" })
  }
}

const refusalOn = (path: string) => ({
  error: {
    message: MESSAGE,
    code: TRPC_ERROR_CODES_BY_KEY.BAD_REQUEST,
    data: { code: "BAD_REQUEST", httpStatus: STATUS, path },
  },
})
