import { gathering } from "@podo/redis/gather"
import type { MiddlewareHandler } from "hono"

/** All that an answer to somebody unknown can depend on, besides the address that is asked. */
const NEGOTIATED = ["accept", "accept-encoding", "if-none-match", "origin", "trpc-accept"]

type Answer = { status: number; headers: [string, string][]; body: ArrayBuffer | null }

const saysWho = (headers: Headers) => headers.has("cookie") || headers.has("authorization")

/** Whoever asks without saying who they are is told what everybody is told; who does is told what is theirs. */
export const shareWithStrangers = () => shareAnswers((headers) => !saysWho(headers))

/**
 * A crowd that asks for the same at once shares one answer, written and compressed once; it begins after the last
 * of them has asked. Only for what does not depend on who asks.
 */
export function shareAnswers(isOfCrowd = (_headers: Headers) => true): MiddlewareHandler {
  const gather = gathering<Answer>()
  return async (context, next) => {
    const { method, url, headers } = context.req.raw
    if (method !== "GET" || !isOfCrowd(headers)) return next()
    let isFirst = false
    const question = [url, ...NEGOTIATED.map((name) => headers.get(name))].join("\n")
    const { body: text, ...said } = await gather(question, async () => {
      isFirst = true
      await next()
      const { res } = context
      const headersOfAll = [...res.headers].filter(([name]) => name !== "set-cookie")
      const body = res.body && (await res.arrayBuffer())
      return { status: res.status, headers: headersOfAll, body }
    })
    const answer = new Response(text, said)
    // What is ours already would be taken for more headers of the same answer.
    if (isFirst) context.res = undefined
    context.res = answer
    return undefined
  }
}
