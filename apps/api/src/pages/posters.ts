import type { Accounts } from "@podo/accounts/accounts"
import { findSession } from "@podo/accounts/find-session"
import { listRoles } from "@podo/accounts/roles.queries"
import type { Visit } from "@podo/accounts/visit"
import { mayRun } from "@podo/desk/own-event"
import { findPoster } from "@podo/catalog/posters.queries"
import { EventId, type UserId } from "@podo/contract/ids"
import { type Context, Hono } from "hono"

const FILE = /^(?<event>[0-9a-f-]{36})-(?<digest>[0-9a-f]{16})\.\w+$/

const IMMUTABLE = "public, max-age=31536000, immutable"
/** A draft's is for its organizer, and for no cache on the way. */
const OF_DRAFT = "private, no-store"

/** Posters are documents of their own: sandboxed, so that nothing in one could ever run. */
export function posters(accounts: Accounts, visitOf: (context: Context) => Visit): Hono {
  const app = new Hono()
  app.get("/:file", async (context) => {
    const { event, digest } = FILE.exec(context.req.param("file"))?.groups ?? {}
    const eventId = EventId.safeParse(event)
    const poster =
      eventId.success && digest ? await findPoster(accounts.db, eventId.data, digest) : undefined
    if (!poster) return context.notFound()
    const isDraft = poster.publishedAt === null
    if (isDraft && !(await isRunBy(accounts, visitOf(context), poster))) return context.notFound()
    return context.body(new Uint8Array(poster.content), 200, {
      "content-type": poster.mediaType,
      "cache-control": isDraft ? OF_DRAFT : IMMUTABLE,
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
      "x-content-type-options": "nosniff",
    })
  })
  app.all("*", (context) => context.notFound())
  return app
}

async function isRunBy(accounts: Accounts, visit: Visit, event: { organizerId: UserId }) {
  const session = await findSession(accounts, visit)
  if (!session) return false
  const roles = await listRoles(accounts.db, session.userId)
  return mayRun({ userId: session.userId, roles }, event)
}
