import { isIP } from "node:net"
import type { DevelopmentMail } from "@podo/mail/mailer"
import { Hono } from "hono"
import { html } from "hono/html"
import { NONCE, secureHeaders } from "hono/secure-headers"
import type { Metrics } from "./metrics.ts"

type Internal = {
  metrics: Metrics
  /** Only where mails are not sent: in development. */
  mails?: DevelopmentMail["kept"] | undefined
}

/** The port for operators and developers. It listens on a port of its own, which people do not reach. */
export function createInternalApp({ metrics, mails }: Internal): Hono {
  const app = new Hono<{ Variables: { secureHeadersNonce?: string } }>()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: [NONCE],
        frameAncestors: ["'none'"],
      },
      strictTransportSecurity: false,
    }),
  )
  app.use(async (context, next) => {
    await next()
    context.header("cache-control", "no-store")
  })
  app.get("/metrics", async (context) =>
    context.body(await metrics.text(), 200, { "content-type": metrics.contentType }),
  )
  if (mails) {
    app.get("/dev/mail", (context) => {
      // A name of somebody's own may be made to point here, and its page would read what we answer.
      if (!isThisMachine(context.req.url)) return context.notFound()
      return context.html(mailPage(mails, context.get("secureHeadersNonce") ?? ""))
    })
  }
  return app as unknown as Hono
}

function isThisMachine(url: string): boolean {
  const hostname = URL.parse(url)?.hostname.replace(/^\[|\]$/g, "") ?? ""
  return hostname === "localhost" || isIP(hostname) !== 0
}

const REFRESH_SECONDS = 5

function mailPage(mails: DevelopmentMail["kept"], nonce: string) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content="${REFRESH_SECONDS}" />
        <meta name="color-scheme" content="light dark" />
        <title>Mail</title>
        <style nonce="${nonce}">
          body {
            font:
              1rem/1.5 system-ui,
              sans-serif;
            max-width: 40rem;
            margin: 0 auto;
            padding: 1rem;
          }
          article {
            border: 1px solid color-mix(in srgb, currentColor 30%, transparent);
            border-radius: 0.5rem;
            padding: 1rem;
            margin-block: 1rem;
            overflow-wrap: anywhere;
          }
          h1,
          h2,
          p,
          pre {
            margin: 0;
          }
          h2 {
            font-size: 1.125rem;
          }
          pre {
            font: inherit;
            white-space: pre-wrap;
            margin-top: 0.75rem;
          }
        </style>
      </head>
      <body>
        <h1>Mail</h1>
        <p>Nothing is sent: without SMTP_URL mails are printed and shown here, the newest first.</p>
        ${mails.length === 0 ? html`<p>No mail yet.</p>` : mails.map(mailArticle)}
      </body>
    </html>`
}

const mailArticle = ({ to, subject, text, sentAt }: DevelopmentMail["kept"][number]) =>
  html`<article>
    <h2>${subject}</h2>
    <p>To ${to}, <time datetime="${sentAt.toISOString()}">${sentAt.toISOString()}</time></p>
    <pre>${text}</pre>
  </article>`
