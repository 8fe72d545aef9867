import { trpcServer } from "@hono/trpc-server"
import { createAccounts } from "@podo/accounts/accounts"
import { appRouter } from "@podo/api/router"
import { createContext, procedure, router } from "@podo/api/trpc"
import { openStores } from "@podo/db/stores"
import { mailForDevelopment } from "@podo/mail/mailer"
import { Hono } from "hono"
import { readSettings, testStoreUrls } from "./env.ts"

// The two empty mutations that bench-auth.ts compares, and beside them all that Podo has, behind the same chain:
// limits, then the session. Headers and logs cost all the same, and are left out so that they cannot flatter a ratio.
const UNLIMITED = { name: "bench-auth", times: 2_000_000_000, seconds: 3600 }

const { port } = readSettings()
const stores = await openStores(testStoreUrls(), console.error)
const accounts = createAccounts(stores, {
  publicUrl: `http://localhost:${port}`,
  secret: "a-secret-for-benchmarks-of-32-characters",
  mailer: mailForDevelopment(() => {}),
})
const benchRouter = router({
  anonymous: procedure.anyone.mutation(() => ({})),
  signedIn: procedure.signedIn.mutation(() => ({})),
  podo: appRouter,
})
const app = new Hono().use(
  "/trpc/*",
  trpcServer({
    router: benchRouter,
    endpoint: "/trpc",
    createContext: ({ resHeaders }, { req }) => {
      const setCookie = (cookie: string) => resHeaders.append("set-cookie", cookie)
      const address = req.header("x-forwarded-for") ?? ""
      const visit = { headers: req.raw.headers, address, setCookie }
      return createContext(accounts, visit, UNLIMITED)
    },
  }),
)
// What the process itself has used so far, in microseconds: steadier than calls a second on a busy machine.
app.get("/cpu", ({ json }) => {
  const { user, system } = process.cpuUsage()
  return json({ usedUs: user + system })
})
Bun.serve({ port, fetch: app.fetch })
