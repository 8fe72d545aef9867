import { type MintedSession, mintSessions } from "@podo/accounts/mint-sessions"
import type { CodeSent } from "@podo/contract/account"
import type { FieldIssue, Refusal } from "@podo/contract/refusal"
import { openLive } from "@podo/live/live"
import { until } from "@podo/db/racing"
import type { Stores } from "@podo/stores/stores"
import type { Hono } from "hono"
import { mailBySmtp, mailForDevelopment } from "@podo/mail/mailer"
import { type Mailbox, openMailbox } from "@podo/mail/testing"
import { type AppSettings, createApp } from "../app.ts"
import { openCookieJar } from "./cookie-jar.ts"
import { openMetrics } from "../observability/metrics.ts"
import { serving } from "../live/serving.ts"

const ORIGIN = "http://localhost"

export type Answer = {
  status: number
  data?: unknown
  refusal?: Refusal | undefined
  issues?: FieldIssue[] | undefined
  /** The whole body, as it came. */
  text: string
  headers: Headers
}

/** The api over the test stores, asked as a script would: HTTP, JSON and a bearer token. */
export function openTestApi(stores: Stores, settings: Partial<AppSettings> = {}) {
  const defects: unknown[] = []
  const watched: Stores = { ...stores, onDefect: (error) => defects.push(error) }
  const app = createApp(watched, {
    publicUrl: ORIGIN,
    secret: "a-secret-for-tests-of-32-characters",
    mailer: mailForDevelopment(() => {}),
    ...settings,
  })
  const sendFrom = (address: string) => (path: string, init: RequestInit) =>
    app.request(path, init, { address })
  const ask = askingWith((path, init) => sendFrom(mintAddress())(path, init))
  return {
    app,
    /** A server on a port of its own, where connections can be live. */
    listen: () => listen(app, watched),
    /** Every 500 that happened, with what was thrown. */
    defects,
    query: (procedure: string, input: unknown, token?: string) =>
      ask.query(procedure, input, bearing(token)),
    mutate: (procedure: string, input: unknown, token?: string) =>
      ask.mutate(procedure, input, bearing(token)),
    /** A browser of its own, which keeps the cookies that it is given. */
    openVisitor: ({ address = mintAddress(), headers = {} }: VisitorWishes = {}) =>
      visitorOf(sendFrom(address), { origin: ORIGIN, ...headers }),
  }
}

/** An app on a port, as main.ts serves it. */
export function listen(app: Hono, stores: Stores, port = 0) {
  const metrics = openMetrics()
  const live = openLive(stores, {
    publish: (topic, text) => void server.publish(topic, text),
    onFrame: metrics.onLiveFrame,
    onGap: metrics.onLiveGap,
  })
  metrics.countLive(live.counts)
  const server = Bun.serve({ port, ...serving({ app, live, metrics }) })
  return {
    port: Number(server.port),
    live,
    metrics,
    stop: async () => {
      live.stop()
      await server.stop(true)
    },
  }
}

/** A real mailbox, and the post that leads to it. */
export async function openPost({ onDefect }: Stores) {
  const mailbox = await openMailbox()
  const mailer = mailBySmtp({ url: mailbox.url, from: "Podo <podo@example.com>" }, onDefect)
  return { mailbox, mailer }
}

type VisitorWishes = { address?: string; headers?: Record<string, string> }

/** An address that nobody else in this test run has: what is limited by address is limited for one test alone. */
export function mintAddress(): string {
  const [high, low] = crypto.getRandomValues(new Uint16Array(2))
  return `2001:db8:${high?.toString(16)}:${low?.toString(16)}::1`
}

type Send = (path: string, init: RequestInit) => Response | Promise<Response>

function askingWith(send: Send) {
  const answer = async (path: string, init: RequestInit) => answerOf(await send(path, init))
  return {
    query: (procedure: string, input: unknown, headers: Record<string, string>) =>
      answer(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input ?? null))}`, {
        headers,
      }),
    mutate: (procedure: string, input: unknown, headers: Record<string, string>) =>
      answer(`/trpc/${procedure}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        ...(input === undefined ? {} : { body: JSON.stringify(input) }),
      }),
  }
}

function visitorOf(send: Send, headers: Record<string, string>) {
  const jar = openCookieJar()
  const keeping: Send = async (path, init) => {
    const response = await send(path, init)
    jar.keep(response.headers.getSetCookie())
    return response
  }
  const ask = askingWith(keeping)
  const withCookies = () => ({ ...headers, cookie: jar.header() })
  return {
    cookies: jar.kept,
    /** A request that is no procedure, asked as a browser would; redirects are not followed. */
    fetch: (
      path: string,
      init: Omit<RequestInit, "headers"> & { headers?: Record<string, string> } = {},
    ) => keeping(path, { ...init, headers: { ...withCookies(), ...init.headers } }),
    query: (procedure: string, input?: unknown) => ask.query(procedure, input, withCookies()),
    mutate: (procedure: string, input?: unknown) => ask.mutate(procedure, input, withCookies()),
  }
}

export type Person = ReturnType<typeof newPerson>

/** The values that a fresh person types when they sign up. */
export const newPerson = () => ({
  name: "Fan",
  email: `${Bun.randomUUIDv7()}@example.com`,
  password: `correct horse ${crypto.randomUUID()}`,
  language: "en",
})

/** Goes all the way from the form to the code out of the mail. */
export async function signUp(visitor: Visitor, mailbox: Mailbox, person = newPerson()) {
  const { codeId } = (await visitor.mutate("account.signUp", person)).data as CodeSent
  const code = await mailbox.awaitCode(person.email)
  const { status, text } = await visitor.mutate("account.confirmSignUp", { codeId, code })
  if (status !== 200) throw new Error(text)
  return person
}

export const isSignedIn = async (visitor: Visitor) =>
  (await visitor.query("account.me")).data !== null

/** Whether no request that began a second from now, or later, was let in. */
export async function endsWithinASecond(visitor: Visitor): Promise<boolean> {
  const endedAt = Date.now()
  let letInAt = endedAt
  await until(async () => {
    const beganAt = Date.now()
    const isIn = await isSignedIn(visitor)
    if (isIn) letInAt = beganAt
    return !isIn
  })
  return letInAt - endedAt < 1_000
}

export type Visitor = ReturnType<typeof visitorOf>

export async function mintSession(stores: Stores): Promise<MintedSession> {
  const [session] = await mintSessions(stores.db, 1)
  if (!session) throw new Error("No session was minted.")
  return session
}

const bearing = (token: string | undefined): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {}

type Body = {
  result?: { data: unknown }
  error?: { data?: { refusal?: Refusal; issues?: FieldIssue[] } }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  let body: Body = {}
  try {
    body = JSON.parse(text) as Body
  } catch {
    // Not every answer is JSON: a body that was too large never reached the API.
  }
  const { refusal, issues } = body.error?.data ?? {}
  const { status, headers } = response
  return { status, data: body.result?.data, refusal, issues, text, headers }
}
