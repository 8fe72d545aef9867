import { trpcServer } from "@hono/trpc-server"
import { BookingId, PerformanceId, Place } from "@podo/contract/ids"
import { connectRedis } from "@podo/redis/connect"
import { initTRPC, TRPCError } from "@trpc/server"
import { Hono } from "hono"
import { createPool } from "mysql2/promise"
import { z } from "zod"
import { bookByLock } from "./lock-seat.ts"
import { bookByStock } from "./lock-stock.ts"
import { sessionKeyOfWays } from "./sessions.ts"
import { waysUrl } from "./tables.ts"

// Two ways in which a booking is built today, each one call, as a team that knows its tools would write them: Hono and
// tRPC as in Podo, with less in front; who is signed in from Redis; a pool of connections, prepared statements, indexes.

/** Tried with 8, 20 and 48: 8 and 20 cost the same, more only make more wait for the row that all lock. */
const CONNECTIONS = 20

const [port, databaseUrl = "", redisUrl = ""] = Bun.argv.slice(2)
const redis = await connectRedis(redisUrl)
const pool = createPool({
  uri: waysUrl(databaseUrl),
  connectionLimit: CONNECTIONS,
  timezone: "Z",
  charset: "utf8mb4",
})
pool.on("connection", (connection) => {
  const { query } = connection as unknown as { query: (text: string, done: () => void) => void }
  query.call(connection, "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED", () => {})
})

type Context = { token: string | undefined }

const trpc = initTRPC.context<Context>().create({ isDev: false })

const signedIn = trpc.procedure.use(async ({ ctx, next }) => {
  const userId = ctx.token && (await redis.get(sessionKeyOfWays(ctx.token)))
  if (!userId) throw new TRPCError({ code: "UNAUTHORIZED" })
  return next({ ctx: { userId } })
})

const Booked = z.object({ bookingId: BookingId, bookedAt: z.iso.datetime() })

function orConflict<Result>(booked: Result | undefined): Result {
  if (booked === undefined) throw new TRPCError({ code: "CONFLICT" })
  return booked
}

const router = trpc.router({
  bookByLock: signedIn
    .input(z.object({ bookingId: BookingId, performanceId: PerformanceId, place: Place }))
    .output(Booked)
    .mutation(async ({ ctx, input }) =>
      orConflict(await bookByLock({ pool, redis }, ctx.userId, input)),
    ),

  bookByStock: signedIn
    .input(
      z.object({
        bookingId: BookingId,
        performanceId: PerformanceId,
        quantity: z.int().min(1).max(8),
      }),
    )
    .output(Booked)
    .mutation(async ({ ctx, input }) => orConflict(await bookByStock(pool, ctx.userId, input))),
})

const app = new Hono()
app.get("/readyz", ({ text }) => text("ready"))
app.use(
  "/trpc/*",
  trpcServer({
    router,
    endpoint: "/trpc",
    createContext: (_, { req }) => ({
      token: /^Bearer (.+)$/.exec(req.header("authorization") ?? "")?.[1],
    }),
  }),
)
Bun.serve({ port: Number(port), fetch: app.fetch })
