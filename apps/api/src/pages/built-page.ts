import { Hono } from "hono"
import { compress } from "hono/compress"
import { serveStatic } from "hono/bun"
import { LINE_STYLESHEET } from "../no-script/page.ts"

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
    const document = await Bun.file(`${webRoot}/index.html`).text()
    const whole = document.replace("</body>", `${withoutScript(context.req.path)}</body>`)
    return context.html(whole, 200, { "cache-control": "no-cache" })
  })
  app.get("*", serveStatic({ root: webRoot }))
  return app
}

const PERFORMANCE = /^\/events\/[0-9a-f-]{36}\/performances\/[0-9a-f-]{36}$/

/** The text for browsers without JavaScript: the document says nothing else to them. */
function withoutScript(path: string): string {
  const line = PERFORMANCE.test(path)
    ? `<p>대기실과 예매는 자바스크립트 없이도 이용할 수 있어요.<br>The waiting room and booking work without it.</p>
      <a class="button first" href="${path}/line">자바스크립트 없이 계속하기 · Go on without JavaScript</a>`
    : "<p>회차를 고르고 자리를 보려면 자바스크립트를 켜 주세요.<br>Please turn it on to choose a performance.</p>"
  return `<noscript>
      <link rel="stylesheet" href="${LINE_STYLESHEET}">
      <div class="line"><main>
      <h1>이 화면에는 자바스크립트가 필요해요<br><span lang="en">This page needs JavaScript</span></h1>
      ${line}
      </main></div>
    </noscript>`
}
