import { Hono } from "hono"
import { compress } from "hono/compress"
import { serveStatic } from "hono/bun"

const IMMUTABLE = "public, max-age=31536000, immutable"

const ASKS_FOR_FILE = /^\/assets\/|\.\w+$/
const FILE = /^[\w/.-]{1,200}$/

/** The built page: hashed files for ever, the document itself asked for each time. */
export function pages(webRoot: string): Hono {
  const app = new Hono()
  // Names that no file of ours has, such as very long ones, are errors to the file system.
  app.use("*", async (context, next) => {
    const { path } = context.req
    return ASKS_FOR_FILE.test(path) && !FILE.test(path) ? context.notFound() : next()
  })
  app.get(
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
  app.get("*", serveStatic({ root: webRoot }))
  return app
}
