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

const usual = bodyLimit({
  maxSize: BODY_BYTES_MAX,
  onError: (context) => tooLarge(context, BODY_BYTES_MAX),
})

/**
 * Refuses a body that is too large. One that says how large it is is refused by its word and otherwise not read
 * here, so that who is nobody's organizer is refused before we have read it; it is not even looked at, for that
 * makes a stream of it, which takes longer to read. One that does not say is read, and must be small.
 */
export const limitBodies: MiddlewareHandler = (context, next) => {
  const { headers } = context.req.raw
  const announced = headers.get("content-length")
  if (announced === null || headers.has("transfer-encoding")) return usual(context, next)
  const bytesMax = LARGER_BODIES[context.req.path] ?? BODY_BYTES_MAX
  return Number.parseInt(announced, 10) > bytesMax
    ? Promise.resolve(tooLarge(context, bytesMax))
    : next()
}
