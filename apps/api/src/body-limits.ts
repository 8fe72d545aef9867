import type { Context, MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"

const BODY_BYTES_MAX = 64 * 1024

/**
 * What carries a file may be as large as its file in base64 or JSON, and a year of performances has its dates.
 * Several calls in one request may not.
 */
const LARGER_BODIES: Record<string, number> = {
  "/trpc/desk.addPerformances": 200_000,
  "/trpc/desk.createEvent": 3_000_000,
  "/trpc/desk.setPoster": 3_000_000,
  "/trpc/desk.importHall": 8_000_000,
}

const tooLarge = (context: Context, bytesMax: number) =>
  context.json({ error: "PAYLOAD_TOO_LARGE", bytesMax }, 413)

const limitOf = (maxSize: number) =>
  bodyLimit({ maxSize, onError: (context) => tooLarge(context, maxSize) })

const usual = limitOf(BODY_BYTES_MAX)

/**
 * Refuses a body that is too large. One that says how large it is is refused by its word and otherwise not read
 * here, so that who is nobody's organizer is refused before we have read it. One that does not say is read, and
 * must be small.
 */
export const limitBodies: MiddlewareHandler = (context, next) => {
  const bytesMax = LARGER_BODIES[context.req.path]
  const { headers } = context.req.raw
  const isAnnounced = headers.has("content-length") && !headers.has("transfer-encoding")
  if (bytesMax === undefined || !isAnnounced) return usual(context, next)
  return limitOf(bytesMax)(context, next)
}
