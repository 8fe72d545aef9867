import { findPoster } from "@podo/catalog/posters.queries"
import { EventId } from "@podo/contract/ids"
import type { Stores } from "@podo/db/stores"
import { Hono } from "hono"
import { etag } from "hono/etag"

/** Posters are documents of their own: sandboxed, so that nothing in one could ever run. */
export function posters({ db }: Stores): Hono {
  const app = new Hono()
  app.get("/:file{.+\\.svg}", etag(), async (context) => {
    const eventId = EventId.safeParse(context.req.param("file").replace(".svg", ""))
    const poster = eventId.success ? await findPoster(db, eventId.data) : undefined
    if (!poster) return context.notFound()
    return context.body(poster, 200, {
      "content-type": "image/svg+xml",
      "cache-control": "public, max-age=300",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "x-content-type-options": "nosniff",
    })
  })
  app.all("*", (context) => context.notFound())
  return app
}
