import { Hono } from "hono"
import { compress } from "hono/compress"
import { serveStatic } from "hono/bun"

const IMMUTABLE = "public, max-age=31536000, immutable"

/** The built page: hashed files for ever, the document itself asked for each time. */
export function pages(webRoot: string): Hono {
  const app = new Hono()
  app.use(
    "/assets/*",
    serveStatic({
      root: webRoot,
      precompressed: true,
      onFound: (_, context) => context.header("cache-control", IMMUTABLE),
    }),
  )
  // A file that is not there must not answer with the document: a browser would cache it as a script.
  app.get("*", compress(), async (context, next) => {
    if (/\.\w+$/.test(context.req.path)) return next()
    const document = Bun.file(`${webRoot}/index.html`)
    return context.html(await document.text(), 200, { "cache-control": "no-cache" })
  })
  app.use("*", serveStatic({ root: webRoot }))
  return app
}
