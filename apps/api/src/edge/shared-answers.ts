import type { Accounts } from "@podo/accounts/accounts"
import { findSession } from "@podo/accounts/find-session"
import type { Visit } from "@podo/accounts/visit"
import { hasBooked } from "@podo/catalog/read-booked"
import { coalescing } from "@podo/redis/coalesce-reads"
import type { Context, MiddlewareHandler } from "hono"
import type { z } from "zod"
import { canonicalQuestion } from "./canonical-question.ts"

/** All that an answer to somebody unknown can depend on, besides the address that is asked. */
const NEGOTIATED = ["accept", "accept-encoding", "if-none-match", "origin", "trpc-accept"]

type Answer = { status: number; headers: [string, string][]; body: ArrayBuffer | null }

const forAll = new WeakSet<Request>()

/** Whether a crowd is answered by this request: it must not matter who of them has sent it. */
export const isForAll = (request: Request) => forAll.has(request)

/**
 * A crowd that asks for the same at once shares one answer, written and compressed once; it begins after the last
 * of them has asked. The answer is the one for nobody in particular. `input` is the schema of what is asked.
 */
export function shareAnswers(input: z.ZodType): MiddlewareHandler {
  const coalesce = coalescing<Answer>()
  return async (context, next) => {
    const { raw: request } = context.req
    if (request.method !== "GET") return next()
    let isFirst = false
    const question = canonicalQuestion(request.url, input)
    const asked = NEGOTIATED.map((name) => request.headers.get(name))
    const { body: text, ...said } = await coalesce([question, ...asked].join("\n"), async () => {
      isFirst = true
      forAll.add(request)
      await next()
      const { res } = context
      const headersOfAll = [...res.headers].filter(([name]) => name !== "set-cookie")
      const body = res.body && (await res.arrayBuffer())
      return { status: res.status, headers: headersOfAll, body }
    })
    const answer = new Response(text, said)
    // The response that is ours already would be taken for more headers of the same answer.
    if (isFirst) context.res = undefined
    context.res = answer
    return undefined
  }
}

const saysWho = (headers: Headers) => headers.has("cookie") || headers.has("authorization")

/** A person who has booked something is told what is theirs; everybody else shares one answer. */
export function shareUnlessBooked(
  accounts: Accounts,
  { visitOf, input }: { visitOf: (context: Context) => Visit; input: z.ZodType },
): MiddlewareHandler {
  const share = shareAnswers(input)
  return async (context, next) => {
    if (!saysWho(context.req.raw.headers)) return share(context, next)
    const cookies: string[] = []
    const visit = { ...visitOf(context), setCookie: (cookie: string) => cookies.push(cookie) }
    await ((await hasNothing(accounts, visit)) ? share(context, next) : next())
    for (const cookie of cookies) context.res.headers.append("set-cookie", cookie)
    return undefined
  }
}

async function hasNothing(accounts: Accounts, visit: Visit): Promise<boolean> {
  try {
    const session = await findSession(accounts, visit)
    return session === null || !(await hasBooked(accounts.db, session.userId))
  } catch {
    // The procedure that answers them alone tells what is wrong.
    return false
  }
}
