import { afterAll, describe, expect, test } from "bun:test"
import { createHash } from "node:crypto"
import type { Me, SignedInDevices } from "@podo/contract/account"
import { SessionId } from "@podo/contract/ids"
import { SIGNED_IN_DEVICES_MAX } from "@podo/contract/limits"
import { mintPerformance } from "@podo/db/testing"
import { countStatements, openTestStores } from "@podo/stores/testing"
import {
  endsWithinASecond,
  isSignedIn,
  mintSession,
  openPost,
  openTestApi,
  signUp,
  type Visitor,
} from "../testing/api.ts"

const stores = await openTestStores()
const { mailbox, mailer } = await openPost(stores)
afterAll(mailbox.close)
const api = openTestApi(stores, { mailer })
// As another process would be: with connections and a memory of its own.
const openElsewhere = () => openTestApi(stores, { mailer })
const elsewhere = openTestApi(await openTestStores(), { mailer })

const DAY_MS = 86_400_000
const COOKIE = "podo.session_token"

async function devicesOf(visitor: Visitor) {
  return ((await visitor.query("account.devices")).data as SignedInDevices).devices
}

/** The same browser, come to another process. */
function cameTo(process: typeof elsewhere, { cookies }: Visitor) {
  const visitor = process.openVisitor()
  visitor.cookies.set(COOKIE, cookies.get(COOKIE) ?? "")
  return visitor
}

async function signInAgain(
  { email, password }: { email: string; password: string },
  userAgent = "",
) {
  const visitor = api.openVisitor({ headers: { "user-agent": userAgent } })
  expect((await visitor.mutate("account.signIn", { email, password })).status).toBe(200)
  return visitor
}

const tokenIn = (visitor: Visitor) =>
  decodeURIComponent(visitor.cookies.get(COOKIE) ?? "").split(".")[0] ?? ""

const keyOf = (token: string) => `session:${createHash("sha256").update(token).digest("base64url")}`

describe("the session cookie", () => {
  test("is out of reach of scripts and of other sites, for seven days", async () => {
    const person = await signUp(api.openVisitor(), mailbox)
    const { headers } = await api.openVisitor().mutate("account.signIn", person)
    const cookie = headers.getSetCookie().find((one) => one.startsWith(`${COOKIE}=`))
    expect(cookie).toMatch(/; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test("never travels without TLS where Podo is served over it", async () => {
    const secure = openTestApi(stores, { mailer, publicUrl: "https://podo.example" })
    const person = await signUp(api.openVisitor(), mailbox)
    const visitor = secure.openVisitor({ headers: { origin: "https://podo.example" } })
    const { headers } = await visitor.mutate("account.signIn", person)
    for (const cookie of headers.getSetCookie()) expect(cookie).toContain("; Secure")
    expect([...visitor.cookies.keys()]).toContain(`__Secure-${COOKIE}`)
    expect(await isSignedIn(visitor)).toBe(true)
    expect((await visitor.mutate("account.signOut")).headers.getSetCookie()[0]).toContain(
      "; Secure",
    )
    expect(await isSignedIn(visitor)).toBe(false)
  })
})

describe("a session", () => {
  test("costs no question to MySQL while it is in use", async () => {
    const { token } = await mintSession(stores)
    const { performanceId } = await mintPerformance(stores)
    const release = { performanceId, holdId: Bun.randomUUIDv7() }
    await api.mutate("seating.release", release, token)
    const before = countStatements(stores)
    for (let n = 0; n < 50; n++) await api.mutate("seating.release", release, token)
    expect(countStatements(stores) - before).toBe(0)
  })

  test("lasts seven days from its last use, and its cookie as long", async () => {
    const visitor = api.openVisitor()
    await signUp(visitor, mailbox)
    const token = tokenIn(visitor)
    const [used, ends] = [new Date(Date.now() - 6 * DAY_MS), new Date(Date.now() + DAY_MS)]
    await age(token, { updatedAt: used, expiresAt: ends })
    const later = cameTo(openElsewhere(), visitor)
    const { headers } = await later.query("account.me")
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^podo\.session_token=\S+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ])
    const row = await sessionRow(token)
    expect(row.expiresAt.getTime()).toBeGreaterThan(Date.now() + 6.9 * DAY_MS)
    expect((await devicesOf(later))[0]?.lastUsedAt).toBe(row.updatedAt.toISOString())
    expect((await later.query("account.me")).headers.getSetCookie()).toEqual([])
  })

  test("is used as well by who asks for what is told to all alike, and the cookie is theirs alone", async () => {
    const visitor = api.openVisitor()
    await signUp(visitor, mailbox)
    const token = tokenIn(visitor)
    await age(token, { updatedAt: new Date(Date.now() - DAY_MS) })
    const later = cameTo(openElsewhere(), visitor)
    const [{ headers }, stranger] = await Promise.all([
      later.query("catalog.events", {}),
      api.query("catalog.events", {}),
    ])
    expect(headers.getSetCookie().join()).toContain(token)
    expect(stranger.headers.getSetCookie()).toEqual([])
  })

  test("is over when it was not used for seven days", async () => {
    const visitor = api.openVisitor()
    await signUp(visitor, mailbox)
    const [used, over] = [new Date(Date.now() - 8 * DAY_MS), new Date(Date.now() - DAY_MS)]
    await age(tokenIn(visitor), { updatedAt: used, expiresAt: over })
    const later = cameTo(openElsewhere(), visitor)
    expect(await isSignedIn(later)).toBe(false)
    expect((await later.mutate("account.endAllSessions")).status).toBe(401)
  })

  test("survives a Redis that forgets, and never keeps a name or an e-mail there", async () => {
    const visitor = api.openVisitor()
    const { email, name } = await signUp(visitor, mailbox)
    await visitor.query("account.me")
    const key = keyOf(tokenIn(visitor))
    const kept = await stores.redis.get(key)
    expect(kept).not.toBeNull()
    for (const secret of [email, `"${name}"`, tokenIn(visitor)]) expect(kept).not.toContain(secret)
    await stores.redis.del(key)
    expect(await isSignedIn(cameTo(openElsewhere(), visitor))).toBe(true)
  })

  test("is one for each device, told by what its browser says of itself, the latest used first", async () => {
    const first = api.openVisitor({ headers: { "user-agent": "Phone/1" } })
    const person = await signUp(first, mailbox)
    const second = await signInAgain(person, `Desk/2 ${"x".repeat(600)}`)
    await age(tokenIn(first), { updatedAt: new Date(Date.now() - 60_000) })
    const devices = await devicesOf(second)
    expect(devices.map(({ userAgent, isThis }) => [userAgent.slice(0, 7), isThis])).toEqual([
      ["Desk/2 ", true],
      ["Phone/1", false],
    ])
    expect(JSON.stringify(devices)).not.toContain(tokenIn(first))
  })

  test("is one, also when somebody signs in again in the same browser, and the one before it is over", async () => {
    const visitor = api.openVisitor()
    const person = await signUp(visitor, mailbox)
    const before = cameTo(api, visitor)
    expect((await visitor.mutate("account.signIn", person)).status).toBe(200)
    expect(await devicesOf(visitor)).toMatchObject([{ isThis: true }])
    expect(await isSignedIn(before)).toBe(false)
  })

  test("ends for the device that was used least recently when there are too many", async () => {
    const first = api.openVisitor()
    const person = await signUp(first, mailbox)
    const { userId } = (await first.query("account.me")).data as Me
    const others = Array.from({ length: SIGNED_IN_DEVICES_MAX - 1 }, () => ({
      id: SessionId.parse(Bun.randomUUIDv7()),
      userId,
      token: crypto.randomUUID().replaceAll("-", ""),
      expiresAt: new Date(Date.now() + DAY_MS),
      createdAt: new Date(),
      updatedAt: new Date(),
    }))
    await stores.db.insertInto("session").values(others).execute()
    await age(tokenIn(first), { updatedAt: new Date(Date.now() - 60_000) })
    expect(await isSignedIn(first)).toBe(true)
    const newest = await signInAgain(person)
    expect(await isSignedIn(first)).toBe(false)
    expect(await devicesOf(newest)).toHaveLength(SIGNED_IN_DEVICES_MAX)
  })
})

describe("an ended session is refused at once where it ended, and everywhere within a second", () => {
  test("when the device signs out", async () => {
    const visitor = api.openVisitor()
    await signUp(visitor, mailbox)
    const copy = cameTo(elsewhere, visitor)
    expect(await isSignedIn(copy)).toBe(true)
    expect((await visitor.mutate("account.signOut")).status).toBe(200)
    expect(visitor.cookies.has(COOKIE)).toBe(false)
    expect(await endsWithinASecond(copy)).toBe(true)
    expect((await copy.mutate("account.endAllSessions")).refusal).toEqual({
      code: "SIGN_IN_REQUIRED",
    })
  })

  test("when it is ended from another device, and only that one", async () => {
    const first = api.openVisitor()
    const person = await signUp(first, mailbox)
    const second = await signInAgain(person)
    const here = cameTo(elsewhere, second)
    expect(await isSignedIn(here)).toBe(true)
    const other = (await devicesOf(first)).find(({ isThis }) => !isThis)
    const end = { sessionId: other?.sessionId }
    expect((await first.mutate("account.endSession", end)).status).toBe(200)
    expect(await endsWithinASecond(here)).toBe(true)
    expect(await isSignedIn(first)).toBe(true)
    const again = await first.mutate("account.endSession", end)
    expect([again.status, again.refusal]).toEqual([404, { code: "NOT_FOUND", what: "session" }])
  })

  test("when all are ended", async () => {
    const first = api.openVisitor()
    const person = await signUp(first, mailbox)
    const second = cameTo(elsewhere, await signInAgain(person))
    expect(await isSignedIn(second)).toBe(true)
    expect((await first.mutate("account.endAllSessions")).status).toBe(200)
    expect(await isSignedIn(first)).toBe(false)
    expect(await endsWithinASecond(second)).toBe(true)
  })

  test("but nobody ends somebody else's", async () => {
    const [mine, theirs] = [api.openVisitor(), api.openVisitor()]
    await Promise.all([signUp(mine, mailbox), signUp(theirs, mailbox)])
    const [device] = await devicesOf(theirs)
    const end = { sessionId: device?.sessionId }
    expect((await mine.mutate("account.endSession", end)).status).toBe(404)
    expect(await isSignedIn(theirs)).toBe(true)
  })
})

async function age(token: string, times: { updatedAt?: Date; expiresAt?: Date }) {
  await stores.db.updateTable("session").set(times).where("token", "=", token).execute()
  await stores.redis.del(keyOf(token))
}

const sessionRow = async (token: string) =>
  stores.db.selectFrom("session").where("token", "=", token).selectAll().executeTakeFirstOrThrow()
