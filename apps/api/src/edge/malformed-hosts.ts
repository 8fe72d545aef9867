import type { MiddlewareHandler } from "hono"

const HOSTS_KNOWN_MAX = 100

/**
 * Refuses a Host that is none: it makes an address that is none, which whatever comes after would stumble over. Each
 * is looked at once, for no path makes an address malformed.
 */
export function refuseMalformedHosts(): MiddlewareHandler {
  const wellFormed = new Set<string>()
  return (context, next) => {
    const host = context.req.raw.headers.get("host") ?? ""
    if (wellFormed.has(host)) return next()
    if (!URL.canParse(context.req.url)) {
      return Promise.resolve(context.json({ error: { code: "BAD_REQUEST" } }, 400))
    }
    // Anybody can send another one with each request.
    if (wellFormed.size < HOSTS_KNOWN_MAX) wellFormed.add(host)
    return next()
  }
}
