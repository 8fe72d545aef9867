import type { Context, MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"

const BODY_BYTES_MAX = 64 * 1024

const tooLarge = (context: Context, bytesMax: number) =>
  context.json({ error: "PAYLOAD_TOO_LARGE", bytesMax }, 413)

const usual = bodyLimit({
  maxSize: BODY_BYTES_MAX,
  onError: (context) => tooLarge(context, BODY_BYTES_MAX),
})

/**
 * Refuses a body that is too large. A body that announces its length is refused by that, and otherwise not read here, so
 * that a caller without the right is refused before we have read it; it is not even looked at, for that makes a
 * stream of it, which takes longer to read. A body of unknown length is read, and must be of the usual size.
 * `bytesMaxOf` says by its path what a request may bring, where that is more.
 */
export function limitBodies(bytesMaxOf: (path: string) => number | undefined): MiddlewareHandler {
  return (context, next) => {
    const { headers } = context.req.raw
    const announced = headers.get("content-length")
    if (announced === null || headers.has("transfer-encoding")) return usual(context, next)
    const bytesMax = bytesMaxOf(context.req.path) ?? BODY_BYTES_MAX
    return Number.parseInt(announced, 10) > bytesMax
      ? Promise.resolve(tooLarge(context, bytesMax))
      : next()
  }
}
