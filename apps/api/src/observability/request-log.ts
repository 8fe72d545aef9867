import type { Context, MiddlewareHandler } from "hono"
import { routePath } from "hono/route"
import type { Watchers } from "./calls.ts"
import { duringRequest } from "./request-under-way.ts"

const METHODS = new Set(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"])

// Asked for by every page and every probe: worth a line only to whoever looks for something.
const FREQUENT = new Set([
  "/assets/*",
  "/posters/*",
  "/posters/:file",
  "/live",
  "/healthz",
  "/readyz",
])

/** Gives each request its id, and tells of it by its route alone: paths and queries may carry anything. */
export function watchRequests({ log, metrics }: Watchers): MiddlewareHandler {
  return (context, next) =>
    duringRequest(async (request) => {
      await next()
      context.res.headers.set("x-request-id", request.requestId)
      // Its calls have been told one by one.
      if (request.calls > 0) return
      const { status } = context.res
      const route = routePath(context)
      metrics?.onRequest({ route, status })
      const method = METHODS.has(context.req.method) ? context.req.method : "other"
      const durationMs = Math.round((performance.now() - request.beganMs) * 10) / 10
      const level = status < 400 && isFrequent(context, route) ? "debug" : "info"
      log?.[level]({ method, route, status, durationMs }, "request")
    })
}

function isFrequent({ req }: Context, route: string) {
  return FREQUENT.has(route) || (route === "/*" && /\.\w+$/.test(req.path))
}
