import { expect } from "bun:test"
import { defectsTo } from "@podo/stores/defects"
import type { Stores } from "@podo/stores/stores"
import { mailBySmtp } from "@podo/mail/mailer"
import { type AppSettings, createApp } from "../app.ts"
import { openCookieJar } from "./cookie-jar.ts"
import { openLog } from "../observability/log.ts"
import { mintAddress } from "./api.ts"

const ORIGIN = "http://localhost"
const FROM = "Podo <podo@example.com>"

/** An SMTP server that knows nobody, and says whom it does not know. */
export function openRefusingSmtp() {
  const answer = (line: string) => {
    const recipient = /^RCPT TO:(.*)$/i.exec(line)?.[1]
    return recipient ? `550 5.1.1 ${recipient}: no such user here` : "250 ok"
  }
  return Bun.listen({
    hostname: "127.0.0.1",
    port: 0,
    socket: {
      open: (socket) => void socket.write("220 mail.example.com\r\n"),
      data: (socket, data) => {
        const lines = data.toString().split("\r\n").filter(Boolean)
        socket.write(lines.map((line) => `${answer(line)}\r\n`).join(""))
      },
    },
  })
}

type Line = { msg: string } & Partial<
  Record<"requestId" | "procedure" | "outcome" | "refusal" | "route", string>
> &
  Record<string, unknown>

/** The app with its log captured, and everything that must not be in it. */
export function openLoggedApp(
  { db, batches, redis, databaseUrl }: Stores,
  smtpUrl: string,
  settings: Partial<AppSettings> = {},
) {
  const written: string[] = []
  const log = openLog("debug", { write: (line) => void written.push(line) })
  const onDefect = defectsTo(log)
  const mailer = mailBySmtp({ url: smtpUrl, from: FROM }, onDefect)
  const secret = "a-secret-for-tests-of-32-characters"
  const app = createApp(
    { db, batches, redis, databaseUrl, onDefect },
    { publicUrl: ORIGIN, secret, mailer, log, webRoot: import.meta.dir, ...settings },
  )
  const jar = openCookieJar()
  const secrets = new Set<string>()
  const answered: { requestId: string; calls: string[] }[] = []
  const address = mintAddress()

  async function send(path: string, init: RequestInit = {}, calls: string[] = []) {
    const headers = new Headers({ origin: ORIGIN, cookie: jar.header() })
    new Headers(init.headers).forEach((value, name) => headers.set(name, value))
    const response = await app.request(path, { ...init, headers }, { address })
    jar.keep(response.headers.getSetCookie())
    for (const value of jar.kept.values()) {
      for (const form of [value, decodeURIComponent(value), value.split(".")[0] ?? ""])
        secrets.add(form)
    }
    answered.push({ requestId: response.headers.get("x-request-id") ?? "", calls })
    return response
  }

  async function mutate(procedure: string, input: unknown, headers = {}) {
    const body = typeof input === "string" ? input : JSON.stringify(input)
    const json = { "content-type": "application/json", ...headers }
    const response = await send(`/trpc/${procedure}`, { method: "POST", headers: json, body }, [
      procedure,
    ])
    const text = await response.text()
    return (JSON.parse(text) as { result?: { data: unknown } }).result?.data
  }

  const lines = () => written.map((line) => JSON.parse(line) as Line)
  return { send, mutate, jar, secrets, answered, lines, mailer }
}

export type Logged = ReturnType<typeof openLoggedApp>

/** A random value could contain six digits by chance: it is checked for what it is, and left out. */
function sayings({ requestId, time, pid, hostname, durationMs, ...said }: Line): string {
  if (requestId !== undefined)
    expect(requestId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  for (const number of [time, pid, durationMs ?? 0]) expect(number).toBeNumber()
  expect(hostname).toBeString()
  return JSON.stringify(said)
}

export function expectNoSecrets({ secrets, lines }: Logged) {
  const log = lines().map(sayings)
  expect(log.length).toBeGreaterThan(0)
  const known = [...secrets].filter((secret) => secret.length > 0)
  const forms = known.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    secret.toLowerCase(),
  ])
  for (const form of forms) expect(log.filter((line) => line.includes(form))).toEqual([])
}

/** Each request has a line with its id, or one for each of the procedures that it called. */
export function expectLineEach({ answered, lines }: Logged) {
  const all = lines()
  for (const { requestId, calls } of answered) {
    const own = all.filter((line) => line.requestId === requestId)
    const told = own.filter(({ msg }) => msg === "call").map(({ procedure = "" }) => procedure)
    expect([requestId, told.toSorted()]).toEqual([requestId, calls.toSorted()])
    const requests = own.filter(({ msg }) => msg === "request")
    expect(requests).toHaveLength(calls.length === 0 ? 1 : 0)
  }
}
