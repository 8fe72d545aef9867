import { createHash } from "node:crypto"
import type { Accounts } from "@podo/accounts/accounts"
import { readMe } from "@podo/accounts/read-me"
import type { Visit } from "@podo/accounts/visit"
import type { Language } from "@podo/contract/account"
import type { Booking } from "@podo/contract/booking"
import { type Context, Hono } from "hono"
import { routePath } from "hono/route"
import { TRPCError } from "@trpc/server"
import { getHTTPStatusCodeFromError } from "@trpc/server/http"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import type { Call } from "../observability/calls.ts"
import stylesheet from "./page.css" with { type: "text" }
import { doFor, isAction } from "./actions.ts"
import { documentOf, type Frame, saying, type Shown } from "./document.ts"
import { formatsFor, languageAskedFor } from "./formats.ts"
import { type Caller, type Ids, idsIn, lookAt, type Look } from "./read.ts"
import { lineIn, reloadAfterFailure, reloadOf } from "./reload.ts"
import { roomPart } from "./view.ts"
import { type NoScriptWords, noScriptWords, sentenceOf } from "./words.ts"
import { appRouter } from "../router.ts"
import { createContext, refusalOf } from "../trpc.ts"

const PATH = "/events/:eventId/performances/:performanceId/line"

const digest = createHash("sha256").update(stylesheet).digest("hex").slice(0, 8)
export const LINE_STYLESHEET = `/line-${digest}.css`

const IMMUTABLE = "public, max-age=31536000, immutable"
const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}

type Behind = { visitOf: (context: Context) => Visit; onCall?: ((call: Call) => void) | undefined }

type Asking = {
  context: Context
  accounts: Accounts
  caller: Caller
  session: ReturnType<typeof createContext>["session"]
}

/**
 * The waiting room for browsers without JavaScript: a page that reloads itself, and forms. It asks for everything by
 * the same procedures as everybody else, with their limits.
 */
export function linePage(accounts: Accounts, { visitOf, onCall }: Behind): Hono {
  const app = new Hono()
  const begin = (context: Context): Asking => {
    const trpc = { ...createContext(accounts, visitOf(context)), ...(onCall && { onCall }) }
    return { context, accounts, caller: appRouter.createCaller(trpc), session: trpc.session }
  }
  app.get(LINE_STYLESHEET, (context) =>
    context.body(stylesheet, 200, { "content-type": "text/css", "cache-control": IMMUTABLE }),
  )
  app.get(PATH, async (context) => {
    const ids = idsIn(context.req.param())
    return ids ? show(begin(context), ids) : sayUnknown(context, languageFor(context))
  })
  app.post(`${PATH}/:action`, async (context) => {
    const ids = idsIn(context.req.param())
    const action = context.req.param("action")
    if (!ids || !isAction(action)) return sayUnknown(context, languageFor(context))
    const asking = begin(context)
    const form = new URLSearchParams(await context.req.text())
    try {
      const booking = await doFor(asking.caller, ids, { action, form })
      if (booking) return await show(asking, ids, { booking })
    } catch (error) {
      return show(asking, ids, { error })
    }
    // A pressed button's action is done: reloading the page does not do it again.
    return context.redirect(pathOf(ids), 303)
  })
  return app
}

const pathOf = ({ eventId, performanceId }: Ids) =>
  `/events/${eventId}/performances/${performanceId}/line`

/** The result of a form, if the page is its answer. */
type Outcome = { booking?: Booking; error?: unknown }

async function show(asking: Asking, ids: Ids, { booking, error }: Outcome = {}) {
  const { context, accounts, caller } = asking
  const path = pathOf(ids)
  const wasIn = lineIn(context.req.query("line"))
  let language = languageFor(context)
  try {
    const session = await asking.session()
    const isGuest = session === null
    const look = await lookAt(caller, ids, { isGuest, wasIn, mayEnter: isOurs(context) })
    language = (await readMe(accounts.db, session))?.language ?? language
    if (!look) return sayUnknown(context, language)
    const words = noScriptWords[language]
    const tell = formatsFor(language, look.event.timeZone)
    const problem = error === undefined ? undefined : problemOf(asking, error, { words, tell })
    const named = (korean: string, english: string | null) =>
      language === "en" && english !== null ? english : korean
    const shown = { ...look, ...(booking && { booking }) }
    return answer(context, {
      language,
      title: titleOf(shown, words, named),
      reload: reloadOf(shown, path),
      body: roomPart({
        language,
        words,
        tell,
        path,
        look: shown,
        named,
        problem: problem?.sentence,
      }),
      status: problem?.status ?? 200,
    })
  } catch (failure) {
    if (refusalIn(failure)?.code === "NOT_FOUND") return sayUnknown(context, language)
    const words = noScriptWords[language]
    const tell = formatsFor(language, HOUSE_ZONE)
    const { sentence, status } = problemOf(asking, failure, { words, tell })
    // A waiting page goes on waiting: one that stood still would lose the place.
    const reload = reloadAfterFailure(path, wasIn)
    return answer(context, {
      language,
      title: words.room,
      reload,
      body: saying(words.room, sentence),
      status,
    })
  }
}

/** Whether our own page, or the person, has asked: no other site makes anybody enter. */
const isOurs = ({ req }: Context) =>
  [undefined, "same-origin", "none"].includes(req.header("sec-fetch-site"))

const languageFor = ({ req }: Context) => languageAskedFor(req.header("accept-language"))

const HOUSE_ZONE = "Asia/Seoul"

function titleOf(look: Look, { room }: NoScriptWords, named: Shown["named"]) {
  const { event, standing } = look
  const position = standing?.state === "waiting" ? `${standing.position} · ` : ""
  return `${position}${room} · ${named(event.title, event.englishTitle)}`
}

const refusalIn = (error: unknown) =>
  refusalOf(error instanceof TRPCError ? (error.cause ?? error) : error)

/** Why something came to nothing. A defect is told to who runs this, and nobody else. */
function problemOf(
  { accounts, context }: Asking,
  error: unknown,
  { words, tell }: Pick<Shown, "words" | "tell">,
): { sentence: string; status: ContentfulStatusCode } {
  const refusal = refusalIn(error)
  if (refusal && !(error instanceof TRPCError)) {
    return { sentence: sentenceOf(refusal, words, tell), status: 503 }
  }
  const status = error instanceof TRPCError ? getHTTPStatusCodeFromError(error) : 500
  if (refusal) {
    return { sentence: sentenceOf(refusal, words, tell), status: status as ContentfulStatusCode }
  }
  if (status < 500) return { sentence: words.malformed, status: status as ContentfulStatusCode }
  accounts.onDefect(
    error instanceof TRPCError ? (error.cause ?? error) : error,
    `answering ${routePath(context)}`,
  )
  return { sentence: words.failed, status: 500 }
}

function sayUnknown(context: Context, language: Language) {
  const { unknown } = noScriptWords[language]
  return answer(context, { language, title: unknown, body: saying(unknown, ""), status: 404 })
}

type Answered = Omit<Frame, "stylesheet"> & { status: ContentfulStatusCode }

const answer = (context: Context, { status, ...frame }: Answered) =>
  context.html(documentOf({ ...frame, stylesheet: LINE_STYLESHEET }), status, HEADERS)
