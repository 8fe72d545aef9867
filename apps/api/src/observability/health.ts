import { isReady } from "@podo/stores/ready"
import type { Stores } from "@podo/stores/stores"
import { Hono } from "hono"

/** `/healthz`: this process answers. `/readyz`: so do its stores, and the database is up to date. */
export function health(stores: Stores): Hono {
  const app = new Hono()
  app.get("/healthz", (context) => context.json({ ok: true }))
  app.get("/readyz", async (context) => {
    const ready = await isReady(stores)
    return context.json(ready, ready.ok ? 200 : 503)
  })
  return app
}
