import { findPoster } from "@podo/catalog/posters.queries"
import { EventId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { Hono } from "hono"

const FILE = /^(?<event>[0-9a-f-]{36})-(?<digest>[0-9a-f]{16})\.\w+$/

const IMMUTABLE = "public, max-age=31536000, immutable"

/** Posters are documents of their own: sandboxed, so that nothing in one could ever run. */
export function posters({ db }: Stores): Hono {
  const app = new Hono()
  app.get("/:file", async (context) => {
    const { event, digest } = FILE.exec(context.req.param("file"))?.groups ?? {}
    const eventId = EventId.safeParse(event)
    const poster =
      eventId.success && digest ? await findPoster(db, eventId.data, digest) : undefined
    if (!poster) return context.notFound()
    return context.body(new Uint8Array(poster.content), 200, {
      "content-type": poster.mediaType,
      "cache-control": IMMUTABLE,
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      "x-content-type-options": "nosniff",
    })
  })
  app.all("*", (context) => context.notFound())
  return app
}
