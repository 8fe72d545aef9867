import { isReady } from "@podo/stores/ready"
import type { Stores } from "@podo/stores/stores"
import { Hono } from "hono"

/**
 * `/healthz`: this process answers. `/readyz`: so do its stores, and the database is up to date; `warnings` are what an
 * operator has to look at, and the log says more of.
 */
export function health(stores: Stores, warningsNow: () => string[]): Hono {
  const app = new Hono()
  app.get("/healthz", (context) => context.json({ ok: true }))
  app.get("/readyz", async (context) => {
    const ready = await isReady(stores)
    const warnings = warningsNow()
    return context.json(
      { ...ready, ...(warnings.length > 0 && { warnings }) },
      ready.ok ? 200 : 503,
    )
  })
  return app
}
