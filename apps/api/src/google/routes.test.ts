import { afterAll, describe, expect, test } from "bun:test"
import { openForger } from "@podo/accounts/testing-forger"
import { openTestStores } from "@podo/stores/testing"
import { readSettings } from "../env.ts"
import { openTestApi } from "../testing/api.ts"
import { comeBack, press, setOff, WAY_BACK, whoIs } from "../testing/google.ts"

const stores = await openTestStores()
const forger = await openForger()
afterAll(forger.close)
const api = openTestApi(stores, { google: forger.settings })
const WISH = { provider: "google", callbackURL: "/events", errorCallbackURL: "/sign-in" }

describe("without Google's settings", () => {
  const without = openTestApi(stores)

  test("there is no such way in, and no way back", async () => {
    const visitor = without.openVisitor()
    expect((await visitor.query("account.waysIn")).data).toEqual({ google: false })
    expect((await api.openVisitor().query("account.waysIn")).data).toEqual({ google: true })
    expect((await press(visitor, WISH)).status).toBe(404)
    expect((await visitor.fetch("/api/auth/callback/google?code=x&state=y")).status).toBe(404)
    expect(without.defects).toEqual([])
  })
})

describe("under /api/auth", () => {
  const closed = `
    sign-in/email sign-up/email sign-out update-user delete-user change-email
    change-password set-password reset-password verify-password request-password-reset
    send-verification-email verify-email update-session get-session list-sessions
    revoke-session revoke-sessions revoke-other-sessions link-social unlink-account
    list-accounts get-access-token refresh-token account-info token ok error
    callback/github callback/google/x sign-in/social/x start-session
  `
  test.each(["", ...closed.trim().split(/\s+/)])("nothing answers at /%s", async (path) => {
    const visitor = api.openVisitor()
    for (const method of ["GET", "POST"]) {
      expect((await visitor.fetch(`/api/auth/${path}`, { method })).status).toBe(404)
    }
    expect(visitor.cookies.size).toBe(0)
  })

  test("the two ways that are open take one method each", async () => {
    const visitor = api.openVisitor()
    expect((await visitor.fetch("/api/auth/sign-in/social")).status).toBe(404)
    const back = await visitor.fetch("/api/auth/callback/google", { method: "POST" })
    expect(back.status).toBe(404)
  })
})

describe("setting off to Google", () => {
  const elsewhere = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/x\\..\\evil",
    "javascript:alert(1)",
    "evil.example",
    "",
    " //evil.example",
    "http://localhost.evil.example/",
  ]
  test.each(elsewhere)("does not lead to %j afterwards", async (address) => {
    for (const name of ["callbackURL", "errorCallbackURL"]) {
      const visitor = api.openVisitor()
      const answer = await press(visitor, { ...WISH, [name]: address })
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ error: { issues: [{ path: name }] } })
      expect(visitor.cookies.size).toBe(0)
    }
  })

  test("leads to this site whatever its paths look like", async () => {
    const visitor = api.openVisitor()
    const url = await setOff(visitor, { errorCallbackURL: "/.//evil.example" })
    const state = url.searchParams.get("state") as string
    const answer = await visitor.fetch(
      `/api/auth/callback/google?error=access_denied&state=${state}`,
    )
    expect(answer.headers.get("location")).toStartWith("http://localhost/")
  })

  test.each([
    ["an ID token, which would skip all that the way there is for", { idToken: { token: "x" } }],
    ["data of its own", { additionalData: { link: { userId: "x", email: "x" } } }],
    ["other scopes", { scopes: ["https://www.googleapis.com/auth/drive"] }],
    ["other questions", { additionalParams: { redirect_uri: "https://evil.example" } }],
    ["a third page", { newUserCallbackURL: "https://evil.example" }],
    ["another provider", { provider: "github" }],
    ["no provider", { provider: undefined }],
    ["another language", { language: "xx" }],
    ["a path without end", { callbackURL: `/${"x".repeat(2_000)}` }],
  ])("is refused with %s", async (_, more) => {
    const visitor = api.openVisitor()
    expect((await press(visitor, { ...WISH, ...more })).status).toBe(400)
    expect(visitor.cookies.size).toBe(0)
  })

  test("is refused without JSON, which a page of another site can send", async () => {
    const visitor = api.openVisitor()
    const send = (type: string, body: string) =>
      visitor.fetch("/api/auth/sign-in/social", {
        method: "POST",
        headers: { "content-type": type },
        body,
      })
    expect((await send("text/plain", JSON.stringify(WISH))).status).toBe(415)
    expect((await send("application/x-www-form-urlencoded", "provider=google")).status).toBe(415)
    expect((await send("application/json", "{")).status).toBe(400)
    const other = api.openVisitor({ headers: { origin: "https://evil.example" } })
    expect((await press(other, WISH)).status).toBe(403)
  })

  test("fits into a cookie that browsers keep, however long the paths are", async () => {
    const fits = api.openVisitor()
    const [callbackURL, errorCallbackURL] = [`/${"x".repeat(599)}`, `/${"x".repeat(899)}`]
    await setOff(fits, { callbackURL, errorCallbackURL })
    expect(fits.cookies.get("podo.google")?.length).toBeLessThan(3_900)
    const visitor = api.openVisitor()
    const url = await setOff(visitor, {
      callbackURL: "/",
      errorCallbackURL: `/${"가".repeat(300)}`,
    })
    const back = new URL(WAY_BACK)
    back.searchParams.set("state", url.searchParams.get("state") as string)
    back.searchParams.set("error", "access_denied")
    expect(await comeBack(visitor, back)).toBe("/sign-in?error=access_denied")
  })

  test("cannot be done without end from one address, there and back", async () => {
    const visitor = api.openVisitor()
    const nobody = await visitor.fetch("/api/auth/callback/google")
    expect(nobody.headers.get("location")).toEndWith("/sign-in?error=state_mismatch")
    for (let times = 1; times < 400; times++) await visitor.fetch("/api/auth/callback/google")
    const answer = await press(visitor, WISH)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(await answer.json()).toMatchObject({ error: { code: "TOO_MANY_REQUESTS" } })
    expect(await comeBack(visitor, WAY_BACK)).toBe("/sign-in?error=too_many_requests")
    expect(await whoIs(visitor)).toBeNull()
  })

  test("keeps its cookie from scripts and other sites, and on https from the open wire", async () => {
    const cookieOf = async (publicUrl: string) => {
      const there = openTestApi(stores, { google: forger.settings, publicUrl })
      const visitor = there.openVisitor({ headers: { origin: publicUrl } })
      return (await press(visitor, WISH)).headers.get("set-cookie") ?? ""
    }
    const open = await cookieOf("http://localhost")
    for (const word of ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"]) {
      expect(open).toContain(word)
    }
    const secure = await cookieOf("https://tickets.example.com")
    expect(secure).toStartWith("__Secure-podo.google=")
    expect(secure).toContain("Secure")
  })

  test("comes back to the public address", async () => {
    const publicUrl = "https://tickets.example.com"
    const there = openTestApi(stores, { google: forger.settings, publicUrl })
    const visitor = there.openVisitor({ headers: { origin: publicUrl } })
    const url = await setOff(visitor)
    expect(url.searchParams.get("redirect_uri")).toBe(
      "https://tickets.example.com/api/auth/callback/google",
    )
  })
})

describe("Google's settings", () => {
  const stored = { DATABASE_URL: "mysql://a@b/c", REDIS_URL: "redis://a" }
  const both = { GOOGLE_CLIENT_ID: "id", GOOGLE_CLIENT_SECRET: "secret" }

  test("are an id and a secret: the addresses are known", () => {
    expect(readSettings(stored).google).toBeUndefined()
    expect(readSettings({ ...stored, ...both }).google).toEqual({
      clientId: "id",
      clientSecret: "secret",
      issuer: "https://accounts.google.com",
      authorizationUrl: "https://accounts.google.com/o/oauth2/v2/auth",
      tokenUrl: "https://oauth2.googleapis.com/token",
      jwksUrl: "https://www.googleapis.com/oauth2/v3/certs",
    })
  })

  test("are both there or neither, and addresses are addresses", () => {
    expect(() => readSettings({ ...stored, GOOGLE_CLIENT_ID: "id" })).toThrow(
      "GOOGLE_CLIENT_SECRET is not set. Set it to the secret of the OAuth client that GOOGLE_CLIENT_ID names.",
    )
    expect(() => readSettings({ ...stored, GOOGLE_CLIENT_SECRET: "hidden" })).toThrow(
      /^GOOGLE_CLIENT_ID is not set\. Set it to [^\n]*\.$/,
    )
    expect(() => readSettings({ ...stored, ...both, GOOGLE_TOKEN_URL: "nowhere" })).toThrow(
      'GOOGLE_TOKEN_URL is "nowhere".',
    )
    // The client's secret would travel in the clear.
    const plain = { GOOGLE_TOKEN_URL: "http://accounts.example.com/token" }
    expect(() => readSettings({ ...stored, ...both, ...plain })).toThrow(/^GOOGLE_TOKEN_URL is /)
    const standIn = { GOOGLE_TOKEN_URL: "http://localhost:4000/token" }
    expect(readSettings({ ...stored, ...both, ...standIn }).google?.tokenUrl).toBe(
      standIn.GOOGLE_TOKEN_URL,
    )
  })
})
