import type { Step, Visit } from "../load.ts"
import type { Answer, Connection } from "./connection.ts"

export type Outcome = {
  /** Nothing when all of it succeeded. */
  code: string | undefined
  saidWhen: boolean
  /** How long each step took that succeeded, in ms. */
  tookMs: number[]
  bytes: number
  knows: Record<string, string>
  /** The answer to the last step that succeeded. */
  told: string
}

/** Something was answered that is neither success nor a refusal that may be. */
class Wrong extends Error {
  override readonly name = "Wrong"
}

const HOST = "host: 127.0.0.1\r\n"

/** One person's calls, one after the other, until one of them is refused. */
export async function visitOnce(
  connection: Connection,
  steps: Step[],
  visit: Visit,
  refusals: Set<string>,
): Promise<Outcome> {
  const outcome: Outcome = {
    code: undefined,
    saidWhen: false,
    tookMs: [],
    bytes: 0,
    knows: { ...visit.knows },
    told: "",
  }
  for (const step of steps) {
    const request = requestOf(step, visit, outcome.knows)
    const began = performance.now()
    const answer = await connection.ask(request)
    outcome.bytes += answer.bytes
    if (!isSuccess(answer)) {
      outcome.code = codeOf(answer)
      outcome.saidWhen = answer.retryAfter !== undefined
      if (refusals.has(outcome.code)) return outcome
      throw new Wrong(`${step.path} was answered ${answer.status}: ${answer.text.slice(0, 300)}`)
    }
    outcome.tookMs.push(performance.now() - began)
    outcome.told = answer.text
    if (step.keeps) outcome.knows[step.keeps] = fieldOf(answer, step.keeps)
  }
  return outcome
}

function requestOf({ method, path, body }: Step, visit: Visit, knows: Record<string, string>) {
  const filled = body?.replaceAll(/\$(\w+)/g, (_, name: string) => {
    if (name === "bookingId") return (knows[name] ??= Bun.randomUUIDv7())
    return knows[name] ?? ""
  })
  const who = visit.token === undefined ? "" : `authorization: Bearer ${visit.token}\r\n`
  const from = visit.address === undefined ? "" : `x-forwarded-for: ${visit.address}\r\n`
  const head = `${method} ${path} HTTP/1.1\r\n${HOST}${who}${from}`
  if (filled === undefined) return `${head}\r\n`
  return `${head}content-type: application/json\r\ncontent-length: ${filled.length}\r\n\r\n${filled}`
}

const isSuccess = ({ status, text }: Answer) =>
  status === 200 && text.startsWith('{"result":{"data":')

/** The refusal's code, or that of tRPC where there is none. */
function codeOf({ status, text }: Answer): string {
  try {
    const { error } = JSON.parse(text) as {
      error: { code?: string; data?: { code?: string; refusal?: { code: string } } }
    }
    return error.data?.refusal?.code ?? error.data?.code ?? error.code ?? String(status)
  } catch {
    return String(status)
  }
}

function fieldOf({ text }: Answer, name: string): string {
  const found = new RegExp(`"${name}":"([^"]+)"`).exec(text)?.[1]
  if (found !== undefined) return found
  throw new Wrong(`An answer has no ${name}: ${text.slice(0, 300)}`)
}
