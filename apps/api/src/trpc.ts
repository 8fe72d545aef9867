import type { Auth } from "@podo/accounts/auth"
import { findSession, type Session } from "@podo/accounts/read-me"
import type { UserId } from "@podo/contract/ids"
import { type Refusal, Refused } from "@podo/contract/refusal"
import { databaseIsAway } from "@podo/db/errors"
import type { Stores } from "@podo/db/stores"
import { redisIsAway } from "@podo/redis/connect"
import { initTRPC, TRPCError, type TRPC_ERROR_CODE_KEY } from "@trpc/server"
import { z } from "zod"
import { fieldIssuesOf } from "./field-issues.ts"

export type Context = {
  stores: Stores
  /** Looked up on first use, once a request: most reads do not need it. */
  session: () => Promise<Session | null>
}

export function createContext(stores: Stores, auth: Auth, headers: Headers): Context {
  let session: Promise<Session | null> | undefined
  return { stores, session: () => (session ??= findSession(auth, headers, stores.onDefect)) }
}

/** What is said while a store is away, whichever it is. */
export const STORE_UNAVAILABLE = {
  code: "STORE_UNAVAILABLE",
  retryAfterMs: 1_000,
} as const satisfies Refusal

const statusOf: Record<Refusal["code"], TRPC_ERROR_CODE_KEY> = {
  SIGN_IN_REQUIRED: "UNAUTHORIZED",
  NOT_ALLOWED: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  SALE_NOT_OPEN: "PRECONDITION_FAILED",
  SALE_CLOSED: "PRECONDITION_FAILED",
  NOT_ADMITTED: "FORBIDDEN",
  INVALID_PLACE: "BAD_REQUEST",
  PLACES_TAKEN: "CONFLICT",
  NOT_ENOUGH_PLACES: "CONFLICT",
  LIMIT_REACHED: "CONFLICT",
  HOLD_EXPIRED: "PRECONDITION_FAILED",
  CONFIRM_IN_PROGRESS: "CONFLICT",
  BOOKING_ID_TAKEN: "CONFLICT",
  ALREADY_CANCELLED: "CONFLICT",
  CANCEL_CLOSED: "PRECONDITION_FAILED",
  TOO_MANY_REQUESTS: "TOO_MANY_REQUESTS",
  STORE_UNAVAILABLE: "SERVICE_UNAVAILABLE",
}

/** The refusal in an error; nothing when it is a defect. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refused) return error.refusal
  return redisIsAway(error) || databaseIsAway(error) ? STORE_UNAVAILABLE : undefined
}

const trpc = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error }) {
    const refusal = refusalOf(error.cause)
    const issues =
      error.code === "BAD_REQUEST" && error.cause instanceof z.ZodError
        ? fieldIssuesOf(error.cause)
        : undefined
    const { stack: _, ...data } = shape.data
    // What a defect says is for the log, not for the public.
    const message = error.code === "INTERNAL_SERVER_ERROR" ? "INTERNAL_SERVER_ERROR" : shape.message
    return {
      ...shape,
      message: issues ? "Malformed input." : message,
      data: { ...data, refusal, issues },
    }
  },
})

/** Refusals travel as tRPC errors with a fitting status: translated here, once, for every procedure. */
const translated = trpc.middleware(async ({ next }) => {
  const result = await next()
  if (result.ok) return result
  const refusal = refusalOf(result.error.cause)
  if (!refusal) return result
  throw new TRPCError({
    code: statusOf[refusal.code],
    message: refusal.code,
    cause: new Refused(refusal),
  })
})

const anyone = trpc.procedure.use(translated)

const visitor = anyone.use(async ({ ctx, next }) => {
  const session = await ctx.session()
  return next({ ctx: { userId: session?.userId ?? null } })
})

const signedIn = anyone.use(async ({ ctx, next }) => {
  const session = await ctx.session()
  if (!session) throw new Refused({ code: "SIGN_IN_REQUIRED" })
  return next({ ctx: { userId: session.userId satisfies UserId } })
})

export const router = trpc.router

/** Who may ask: anyone without being looked at, a visitor who may be signed in, or only a signed-in person. */
export const procedure = { anyone, visitor, signedIn }
