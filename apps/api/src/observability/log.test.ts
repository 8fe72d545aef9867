import { afterAll, describe, expect, test } from "bun:test"
import { openProvider } from "@podo/accounts/testing"
import type { CodeSent } from "@podo/contract/account"
import type { Hold } from "@podo/contract/seating"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { openMailbox } from "@podo/mail/testing"
import { mintSession } from "../testing/api.ts"
import {
  expectLineEach,
  expectNoSecrets,
  type Logged,
  openLoggedApp,
  openRefusingSmtp,
} from "../testing/log.ts"
import { ERROR_PAGE, NEXT, WAY_BACK } from "../testing/google.ts"

const stores = await openTestStores()
const mailbox = await openMailbox()
afterAll(mailbox.close)

function mintPerson({ secrets }: Logged) {
  const id = Bun.randomUUIDv7().slice(-12)
  const person = {
    name: `Ada Lovelace ${id}`,
    email: `ada-${id}@example.com`,
    password: `correct horse ${id}`,
    language: "en",
  }
  for (const value of [person.name, person.email, person.password]) secrets.add(value)
  secrets.add(`ada-${id}`)
  return person
}

async function codeOf({ secrets }: Logged, email: string, count: number) {
  const code = await mailbox.awaitCode(email, count)
  secrets.add(code)
  return code
}

/** Signs up with a wrong and a right code, comes back with a wrong and a right password, changes both names. */
async function liveAnAccount(logged: Logged) {
  const { mutate, secrets } = logged
  const person = mintPerson(logged)
  const { email } = person
  const { codeId } = (await mutate("account.signUp", person)) as CodeSent
  const code = await codeOf(logged, email, 1)
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0")
  secrets.add(wrong)
  await mutate("account.confirmSignUp", { codeId, code: wrong })
  await mutate("account.confirmSignUp", { codeId, code })
  const password = `another ${person.password}`
  secrets.add(password)
  await mutate("account.signIn", { email, password })
  await mutate("account.signIn", { email, password: person.password })
  const name = `Renamed ${person.name}`
  secrets.add(name)
  await mutate("account.update", { name })
  await logged.send("/trpc/account.me,account.devices?batch=1&input={}", {}, [
    "account.me",
    "account.devices",
  ])
  const forgotten = (await mutate("account.requestPassword", { email, language: "en" })) as CodeSent
  const again = await codeOf(logged, email, 2)
  await mutate("account.setPassword", { codeId: forgotten.codeId, code: again, password })
  return person
}

async function book({ mutate }: Logged) {
  const { performanceId } = await mintPerformance(stores)
  await mutate("seating.claim", { performanceId, places: [99] })
  const hold = await mutate("seating.claim", { performanceId, places: [1, 2] })
  const { holdId } = hold as Hold
  const bookingId = Bun.randomUUIDv7()
  await mutate("booking.confirm", { bookingId, performanceId, holdId })
  await mutate("booking.cancel", { bookingId })
  await mutate("booking.cancel", { bookingId })
}

/** Everything that is secret, wherever it does not belong. */
async function misplace(logged: Logged, { email, password, name }: Record<string, string>) {
  const { send, mutate, jar, secrets } = logged
  const { token } = await mintSession(stores)
  secrets.add(token)
  const cookie = jar.header()
  const [value = ""] = jar.kept.values()
  for (const secret of [email, password, name, token, value]) {
    const text = encodeURIComponent(secret ?? "")
    await send(`/${text}`)
    await send(`/${text}.png?token=${text}`)
    await send(`/bookings/${text}?email=${text}#${text}`)
    await send(`/assets/${text}.js`)
    await send(`/posters/${text}.svg`)
    await send(`/api/auth/${text}?code=${text}`)
    await send(`/healthz?${text}`)
    await send(`/trpc/${text}`, {}, ["unknown"])
    await send(`/trpc/account.me?input=${text}`, {}, ["account.me"])
    await send(`/trpc/account.${text},account.me?batch=1&input={}`, {}, ["unknown", "account.me"])
    await send("/trpc/account.me", { headers: { authorization: `Bearer ${text}x` } }, [
      "account.me",
    ])
    await send("/trpc/account.me", { headers: { cookie: `${cookie}${text}` } }, ["account.me"])
    await send("/healthz", { headers: { cookie, "user-agent": text, "x-request-id": text } })
    await send("/", { method: "POST", headers: { origin: `https://${text}.example` } })
    await send("/trpc/account.signOut", { method: "POST", headers: { origin: text }, body: text })
    await mutate("account.signUp", { email: `${secret} ${email}`, name: { name }, password: [] })
    await mutate("account.signIn", `{"email": ${secret}`)
    await send("/trpc/account.signIn", { method: "POST", body: secret ?? "" }, ["unknown"])
    await mutate("booking.confirm", { [`${secret}`]: secret })
  }
  await send("/trpc/account.me", { headers: { authorization: `Bearer ${token}` } }, ["account.me"])
  await send("/trpc/account.signIn", { method: "POST", body: `${email}`.repeat(5_000) })
}

describe("the log", () => {
  test("has a line of each call and request, and nothing that is anybody's", async () => {
    const logged = openLoggedApp(stores, mailbox.url)
    const person = await liveAnAccount(logged)
    await book(logged)
    await misplace(logged, person)
    await logged.mailer.idle()
    expectLineEach(logged)
    expectNoSecrets(logged)
    const outcomes = logged
      .lines()
      .flatMap(({ procedure, outcome, refusal }) =>
        procedure === undefined ? [] : [`${procedure} ${outcome} ${refusal ?? ""}`.trim()],
      )
    expect(outcomes).toContain("account.confirmSignUp refused CODE_WRONG")
    expect(outcomes).toContain("account.confirmSignUp ok")
    expect(outcomes).toContain("account.signIn refused WRONG_CREDENTIALS")
    expect(outcomes).toContain("booking.cancel refused ALREADY_CANCELLED")
    expect(outcomes).toContain("account.signUp malformed")
    expect(outcomes).toContain("unknown malformed")
    expect(outcomes.join()).not.toContain("defect")
  })

  test("is quiet about what every page and probe asks for, unless it is refused", async () => {
    const { send, lines } = openLoggedApp(stores, mailbox.url, {
      webRoot: `${import.meta.dir}/../..`,
    })
    const foreign = { method: "POST", headers: { origin: "https://evil.example" } }
    await send("/healthz")
    await send("/package.json")
    await send("/package.json", foreign)
    await send("/trpc/account.signIn", foreign)
    await send("/assets/nowhere.js")
    const levels = lines().map(({ level, status }) => [level, status])
    const [DEBUG, INFO] = [20, 30]
    expect(levels).toEqual([
      [DEBUG, 200],
      [DEBUG, 200],
      [INFO, 403],
      [INFO, 403],
      [INFO, 404],
    ])
  })

  test("says nothing of what Google knows, nor of what is in its addresses", async () => {
    const provider = await openProvider(WAY_BACK)
    const logged = openLoggedApp(stores, mailbox.url, { google: provider.settings })
    const { send, secrets } = logged
    const { email, name } = mintPerson(logged)
    const subject = crypto.randomUUID()
    provider.profiles.set(subject, { email, email_verified: true, name })
    const wish = { provider: "google", callbackURL: NEXT, errorCallbackURL: ERROR_PAGE }
    const keep = (url: URL) => {
      for (const field of ["state", "nonce", "code", "code_challenge"])
        secrets.add(url.searchParams.get(field) ?? "")
    }
    const started = await send("/api/auth/sign-in/social", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wish),
    })
    const to = new URL(((await started.json()) as { url: string }).url)
    const back = new URL(await provider.logIn(to.href, subject))
    keep(to)
    keep(back)
    const tampered = back.search.replace("code=", "code=x")
    // The code is good for one time, and the state for one browser: what is repeated or forged fails.
    const arrivals: (string | null)[] = []
    for (const search of [back.search, back.search, tampered, `?state=${email}&code=${name}`]) {
      const { headers } = await send(`/api/auth/callback/google${search}`)
      arrivals.push(headers.get("location"))
    }
    expect(arrivals.map((at) => at?.includes("error="))).toEqual([false, true, true, true])
    await send("/trpc/account.me", {}, ["account.me"])
    await provider.close()
    expectLineEach(logged)
    expectNoSecrets(logged)
  })

  test("tells of defects under the request's id, and not what the statement said", async () => {
    const away = { ...stores, db: stores.db.withSchema("no_such_schema") }
    const logged = openLoggedApp(away, mailbox.url)
    const person = mintPerson(logged)
    await logged.mutate("account.signUp", person)
    await logged.mutate("account.signIn", person)
    await logged.send(`/posters/${Bun.randomUUIDv7()}-0123456789abcdef.svg?${person.email}`)
    expectLineEach(logged)
    expectNoSecrets(logged)
    const defects = logged.lines().filter(({ msg }) => msg === "defect")
    const ids = new Set(logged.answered.map(({ requestId }) => requestId))
    expect(new Set(defects.map(({ requestId }) => requestId ?? "none"))).toEqual(ids)
    const outcomes = logged.lines().flatMap(({ outcome, status }) => outcome ?? status ?? [])
    expect(outcomes).toEqual(["defect", "defect", 500])
  })

  test("tells of mail that was not taken, and not for whom it was", async () => {
    const smtp = openRefusingSmtp()
    const logged = openLoggedApp(stores, `smtp://127.0.0.1:${smtp.port}`)
    await logged.mutate("account.signUp", mintPerson(logged))
    await logged.mailer.idle()
    smtp.stop(true)
    expectNoSecrets(logged)
    const [defect] = logged.lines().filter(({ msg }) => msg === "defect")
    expect(defect).toMatchObject({
      doing: "sending mail",
      requestId: logged.answered[0]?.requestId ?? "",
      err: { message: "The SMTP server failed: EENVELOPE 550" },
    })
  })
})
