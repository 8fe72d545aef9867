import { type MintedSession, mintSessions } from "@podo/accounts/mint-sessions"
import type { FieldIssue, Refusal } from "@podo/contract/refusal"
import type { Stores } from "@podo/db/stores"
import { createApp } from "./app.ts"

const ORIGIN = "http://localhost"

export type Answer = {
  status: number
  data?: unknown
  refusal?: Refusal | undefined
  issues?: FieldIssue[] | undefined
  /** The whole body, as it came. */
  text: string
}

/** The api over the test stores, asked as a script would: HTTP, JSON and a bearer token. */
export function openTestApi(stores: Stores) {
  const defects: unknown[] = []
  const app = createApp(
    { ...stores, onDefect: (error) => defects.push(error) },
    { publicUrl: ORIGIN, secret: "a-secret-for-tests-of-32-characters" },
  )
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await app.request(path, init)
    return answerOf(response.status, await response.text())
  }
  return {
    app,
    /** Every 500 that happened, with what was thrown. */
    defects,
    query: (procedure: string, input: unknown, token?: string) =>
      send(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, {
        headers: headersOf(token),
      }),
    mutate: (procedure: string, input: unknown, token?: string) =>
      send(`/trpc/${procedure}`, {
        method: "POST",
        headers: headersOf(token),
        body: JSON.stringify(input),
      }),
  }
}

export async function mintSession(stores: Stores): Promise<MintedSession> {
  const [session] = await mintSessions(stores.db, 1)
  if (!session) throw new Error("No session was minted.")
  return session
}

const headersOf = (token: string | undefined): Record<string, string> => ({
  "content-type": "application/json",
  ...(token ? { authorization: `Bearer ${token}` } : {}),
})

type Body = {
  result?: { data: unknown }
  error?: { data?: { refusal?: Refusal; issues?: FieldIssue[] } }
}

function answerOf(status: number, text: string): Answer {
  let body: Body = {}
  try {
    body = JSON.parse(text) as Body
  } catch {
    // Not every answer is JSON: a body that was too large never reached the API.
  }
  const { refusal, issues } = body.error?.data ?? {}
  return { status, data: body.result?.data, refusal, issues, text }
}
