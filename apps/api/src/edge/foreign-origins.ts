import type { Refusal } from "@podo/contract/refusal"
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc"
import type { Context, MiddlewareHandler } from "hono"
import { cors } from "hono/cors"

const READING = new Set(["GET", "HEAD", "OPTIONS"])
const OURS_BY_SITE = new Set([undefined, "same-origin", "none"])

/** A page of another origin may not change anything, whoever is signed in: neither by a form nor by a script. */
export function refuseForeignOrigins(origins: string[]): MiddlewareHandler {
  const ours = new Set(origins)
  const isOurs = ({ req }: Context) => {
    const origin = req.header("origin")
    // Scripts send neither header; browsers that send no Origin still tell from where the request comes.
    return origin === undefined ? OURS_BY_SITE.has(req.header("sec-fetch-site")) : ours.has(origin)
  }
  return async (context, next) => {
    if (READING.has(context.req.method) || isOurs(context)) return next()
    return context.json({ error: refusalOn(context.req.path) }, 403)
  }
}

const NOT_ALLOWED = { code: "NOT_ALLOWED" } as const satisfies Refusal

/** The clients of procedures expect an error in the shape of theirs, also from before the door. */
function refusalOn(path: string) {
  if (!path.startsWith("/trpc/")) return NOT_ALLOWED
  return {
    message: NOT_ALLOWED.code,
    code: TRPC_ERROR_CODES_BY_KEY.FORBIDDEN,
    data: { code: "FORBIDDEN", httpStatus: 403, refusal: NOT_ALLOWED },
  }
}

const PREFLIGHT_SECONDS = 600

/** Pages of these origins may read our answers. Nothing is said to any other: not even that there are such. */
export function admitOrigins(allowed: string[]): MiddlewareHandler {
  const admit = cors({
    origin: allowed,
    credentials: true,
    allowMethods: ["GET", "HEAD", "POST"],
    allowHeaders: ["authorization", "content-type", "trpc-accept"],
    exposeHeaders: ["retry-after", "x-request-id"],
    maxAge: PREFLIGHT_SECONDS,
  })
  return async (context, next) => {
    if (allowed.includes(context.req.header("origin") ?? "")) return admit(context, next)
    await next()
    context.header("vary", "Origin", { append: true })
  }
}
