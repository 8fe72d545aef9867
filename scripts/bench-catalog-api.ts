import { trpcServer } from "@hono/trpc-server"
import { createAccounts } from "@podo/accounts/accounts"
import { appRouter } from "@podo/api/router"
import { shareAnswers } from "@podo/api/shared-answers"
import { createContext, procedure, router } from "@podo/api/trpc"
import { listEventsUncached } from "@podo/catalog/list-events"
import { readEventUncached } from "@podo/catalog/read-event"
import { EventDetail, EventPage, ListEvents, ReadEvent } from "@podo/contract/catalog"
import { Availability, OfPerformance } from "@podo/contract/seating"
import { openStores } from "@podo/db/stores"
import { mailForDevelopment } from "@podo/mail/mailer"
import { connectRedis } from "@podo/redis/connect"
import { readAvailability } from "@podo/seating/read-availability"
import { Hono } from "hono"
import { readSettings, testStoreUrls } from "./env.ts"

// The queries that bench-catalog.ts compares, as Podo answers them, each beside its twin that goes to MySQL for
// everything, and beside one that does nothing. Headers, compression and logs cost all of them the same, and are left
// out so that they cannot flatter the ratio.
const { port } = readSettings()
const urls = testStoreUrls()
const stores = await openStores(urls, console.error)
const gone = await connectRedis(urls.redisUrl)
gone.disconnect()
const withoutRedis = { ...stores, redis: gone }

const accounts = createAccounts(stores, {
  publicUrl: `http://localhost:${port}`,
  secret: "a-secret-for-benchmarks-of-32-characters",
  mailer: mailForDevelopment(() => {}),
})
const benchRouter = router({
  empty: procedure.anyone.query(() => ({})),
  podo: appRouter,
  uncached: router({
    events: procedure.visitor
      .input(ListEvents)
      .output(EventPage)
      .query(({ ctx, input }) => listEventsUncached(ctx.stores, input)),
    event: procedure.visitor
      .input(ReadEvent)
      .output(EventDetail)
      .query(({ ctx, input }) => readEventUncached(ctx.stores, input.eventId)),
    availability: procedure.anyone
      .input(OfPerformance)
      .output(Availability)
      .query(({ input }) => readAvailability(withoutRedis, input)),
  }),
})
const app = new Hono()
for (const path of ["catalog.events", "catalog.event", "seating.availability"]) {
  app.use(`/trpc/podo.${path}`, shareAnswers())
}
app.use(
  "/trpc/*",
  trpcServer({
    router: benchRouter,
    endpoint: "/trpc",
    createContext: ({ resHeaders }, { req }) => {
      const setCookie = (cookie: string) => resHeaders.append("set-cookie", cookie)
      return createContext(accounts, { headers: req.raw.headers, address: "", setCookie })
    },
  }),
)
Bun.serve({ port, fetch: app.fetch })
