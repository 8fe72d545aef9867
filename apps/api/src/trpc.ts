import type { Accounts } from "@podo/accounts/accounts"
import { type Brought, broughtBy, findSession } from "@podo/accounts/find-session"
import type { Session } from "@podo/accounts/session"
import { listRoles } from "@podo/accounts/roles.queries"
import type { Visit } from "@podo/accounts/visit"
import type { UserId } from "@podo/contract/ids"
import { type Refusal, Refused } from "@podo/contract/refusal"
import { databaseIsAway } from "@podo/db/errors"
import type { Stores } from "@podo/stores/stores"
import { redisIsAway } from "@podo/redis/connect"
import { type RateLimit, spendMostlyHere } from "@podo/redis/rate-limit"
import {
  getTRPCErrorFromUnknown,
  initTRPC,
  TRPCError,
  type TRPC_ERROR_CODE_KEY,
} from "@trpc/server"
import { z } from "zod"
import type { Call } from "./observability/calls.ts"
import { fieldIssuesOf } from "./edge/field-issues.ts"

/** The number of changes that a person can make with both thumbs, and a script can exceed. */
const MUTATIONS: RateLimit = { name: "mutation", times: 200, seconds: 10 }

export type Context = {
  stores: Stores
  accounts: Accounts
  visit: Visit
  mutations: RateLimit
  /** Told of each call when it has come to its end. */
  onCall?: ((call: Call) => void) | undefined
  /** Tells browsers that they may keep an answer, and hands it on. */
  cached: <Answer extends { isFixed: boolean }>(answer: Answer) => Answer
  /** By which device a request says that it comes; nothing where it says none. */
  brought: () => Brought | null
  /** Looked up on first use, once a request: most reads do not need it. */
  session: () => Promise<Session | null>
}

export function createContext(
  accounts: Accounts,
  visit: Visit,
  mutations: RateLimit = MUTATIONS,
): Context {
  let brought: Brought | null | undefined
  let session: Promise<Session | null> | undefined
  const bring = () => (brought ??= broughtBy(accounts, visit))
  const { db, batches, redis, databaseUrl, onDefect } = accounts
  return {
    stores: { db, batches, redis, databaseUrl, onDefect },
    accounts,
    visit,
    mutations,
    cached: (answer) => answer,
    brought: bring,
    session: () => (session ??= findSession(accounts, visit, bring())),
  }
}

/** The refusal while a store is away, whichever it is. */
const STORE_UNAVAILABLE = {
  code: "STORE_UNAVAILABLE",
  retryAfterMs: 1_000,
} as const satisfies Refusal

const statusOf: Record<Refusal["code"], TRPC_ERROR_CODE_KEY> = {
  SIGN_IN_REQUIRED: "UNAUTHORIZED",
  NOT_ALLOWED: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  WRONG_CREDENTIALS: "UNAUTHORIZED",
  CODE_WRONG: "BAD_REQUEST",
  CODE_SPENT: "PRECONDITION_FAILED",
  CODE_EXPIRED: "PRECONDITION_FAILED",
  EMAIL_HAS_ACCOUNT: "CONFLICT",
  HAS_EVENTS: "CONFLICT",
  NOT_VALID: "BAD_REQUEST",
  EDITED_MEANWHILE: "CONFLICT",
  HALL_NOT_VALID: "BAD_REQUEST",
  HAS_BOOKINGS: "CONFLICT",
  ALREADY_PUBLISHED: "CONFLICT",
  SALE_NOT_OPEN: "PRECONDITION_FAILED",
  SALE_CLOSED: "PRECONDITION_FAILED",
  NOT_ADMITTED: "FORBIDDEN",
  INVALID_PLACE: "BAD_REQUEST",
  PLACES_TAKEN: "CONFLICT",
  NOT_ENOUGH_PLACES: "CONFLICT",
  LIMIT_REACHED: "CONFLICT",
  HOLD_EXPIRED: "PRECONDITION_FAILED",
  ALREADY_EXTENDED: "CONFLICT",
  TOO_MANY_HOLDS: "TOO_MANY_REQUESTS",
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

/** The facts that the edge has to know of a procedure before it is called. */
export type Meta = {
  /** The caller holds something that a refusal would waste: while too many call, these are refused last. */
  comesFirst?: true
  /**
   * A crowd that asks for the same at once shares one answer: everybody ("with-all"), or everybody but those who have
   * booked something, for they are told what is theirs ("unless-booked").
   */
  shared?: "with-all" | "unless-booked"
  /** The answer is as large as a hall: a request asks for one such answer. */
  large?: true
  /** Browsers may keep the answer; it has an entity tag, and its action says whether it may ever be another one. */
  cacheable?: true
  /** The largest body that is read, where the usual 64 KiB are too few. Several calls in one request may not have it. */
  bodyBytesMax?: number
}

const trpc = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error }) {
      const refusal = refusalOf(error.cause)
      const issues =
        error.code === "BAD_REQUEST" && error.cause instanceof z.ZodError
          ? fieldIssuesOf(error.cause)
          : undefined
      const { stack: _, ...data } = shape.data
      // The text of a defect is for the log, not for the public.
      const message =
        error.code === "INTERNAL_SERVER_ERROR" ? "INTERNAL_SERVER_ERROR" : shape.message
      return {
        ...shape,
        message: issues ? "Malformed input." : message,
        data: { ...data, refusal, issues },
      }
    },
  })

/** Refusals travel as tRPC errors with a fitting status: translated here, once, for every procedure. */
function translated(error: TRPCError): TRPCError {
  const refusal = refusalOf(error.cause)
  if (!refusal) return error
  return new TRPCError({
    code: statusOf[refusal.code],
    message: refusal.code,
    cause: new Refused(refusal),
  })
}

/**
 * Each account has so many changes in a while, however many sessions they come by, and so has each address of people
 * who are not signed in.
 */
async function limit({ stores, mutations, visit, session }: Context) {
  const found = await session()
  await spendMostlyHere(stores.redis, mutations, found ? found.userId : visit.address)
}

/**
 * A procedure for those whom `admit` lets in, which says who they are. One middleware does all that comes before and
 * after each call: limits it, and tells of it as it is answered. Each middleware more would cost a call as much again.
 */
const procedureFor = <Who extends object>(admit: (ctx: Context) => Who | Promise<Who>) =>
  trpc.procedure.use(async ({ ctx, path, type, next }) => {
    const beganMs = performance.now()
    const tell = (error?: TRPCError) =>
      ctx.onCall?.({
        procedure: path,
        kind: type,
        error,
        refusal: refusalOf(error?.cause)?.code,
        durationMs: performance.now() - beganMs,
      })
    try {
      if (type === "mutation") await limit(ctx)
      const result = await next({ ctx: await admit(ctx) })
      if (!result.ok) throw result.error
      tell()
      return result
    } catch (cause) {
      const error = translated(getTRPCErrorFromUnknown(cause))
      tell(error)
      throw error
    }
  })

const anyone = procedureFor(() => ({}))

const visitor = procedureFor(async ({ session }) => ({ userId: (await session())?.userId ?? null }))

async function personOf({ session }: Context): Promise<{ userId: UserId; device: Session }> {
  const device = await session()
  if (!device) throw new Refused({ code: "SIGN_IN_REQUIRED" })
  return { userId: device.userId, device }
}

const signedIn = procedureFor(personOf)

const organizer = procedureFor(async (ctx) => {
  const person = await personOf(ctx)
  const roles = await listRoles(ctx.stores.db, person.userId)
  if (!roles.includes("organizer") && !roles.includes("admin")) {
    throw new Refused({ code: "NOT_ALLOWED" })
  }
  return { ...person, roles }
})

export const router = trpc.router

/**
 * The callers who may ask: anyone without being looked at, a visitor who may be signed in, only a signed-in person,
 * or only an organizer (whose own event it must be) and an admin.
 */
export const procedure = { anyone, visitor, signedIn, organizer }
