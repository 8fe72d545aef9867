import { afterAll, describe, expect, setSystemTime, test } from "bun:test"
import { openProvider } from "@podo/accounts/testing"
import { openTestStores } from "@podo/stores/testing"
import { openTestApi, type Visitor } from "../testing/api.ts"
import { comeBack, failed, NEXT, setOff, WAY_BACK, whoIs } from "../testing/google.ts"

const stores = await openTestStores()
const provider = await openProvider(WAY_BACK)
afterAll(provider.close)
const api = openTestApi(stores, { google: provider.settings })

function newSubject() {
  const subject = crypto.randomUUID()
  provider.profiles.set(subject, { email: `${subject}@example.com`, email_verified: true })
  return subject
}

/** Up to the moment at which the browser is about to come back. */
async function almostBack(visitor: Visitor, subject = newSubject()) {
  const url = await setOff(visitor)
  return new URL(await provider.logIn(url.href, subject))
}

const LOST = "/sign-in?error=state_mismatch"

function changed(url: URL, name: string, value: string | undefined): URL {
  const other = new URL(url)
  if (value === undefined) other.searchParams.delete(name)
  else other.searchParams.set(name, value)
  return other
}

/** The login was not entered by this, and the right way back is still open to its owner. */
async function expectRefused(visitor: Visitor, url: URL, to: string) {
  expect(await comeBack(visitor, url)).toBe(to)
  expect(await whoIs(visitor)).toBeNull()
}

describe("the way to Google", () => {
  test("is a code flow with PKCE, state and nonce, and none of them is used twice", async () => {
    const [one, other] = [await setOff(api.openVisitor()), await setOff(api.openVisitor())]
    expect(Object.fromEntries(one.searchParams)).toMatchObject({
      response_type: "code",
      client_id: provider.settings.clientId,
      redirect_uri: WAY_BACK,
      scope: "openid email profile",
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{32}$/),
      nonce: expect.stringMatching(/^[\w-]{32}$/),
    })
    for (const name of ["code_challenge", "state", "nonce"]) {
      expect(one.searchParams.get(name)).not.toBe(other.searchParams.get(name))
    }
  })

  test("leaves nothing readable in the browser, and nothing in the database", async () => {
    const visitor = api.openVisitor()
    const url = await setOff(visitor)
    const [[name, value] = ["", ""], ...others] = [...visitor.cookies]
    expect(others).toEqual([])
    expect(name).toBe("podo.google")
    expect(value).not.toContain(url.searchParams.get("state") as string)
    expect(await stores.db.selectFrom("verification").selectAll().execute()).toEqual([])
  })
})

describe("the way back from Google", () => {
  test("leads to the page with the reason when the person says no there", async () => {
    const visitor = api.openVisitor()
    const url = await provider.refuse((await setOff(visitor)).href)
    await expectRefused(visitor, new URL(url), failed("access_denied"))
  })

  test("is of the browser that set off: nobody ends up in a stranger's account", async () => {
    const stranger = api.openVisitor()
    const url = await almostBack(stranger)
    await expectRefused(api.openVisitor(), url, LOST)
    const alsoOnTheWay = api.openVisitor()
    await setOff(alsoOnTheWay)
    await expectRefused(alsoOnTheWay, url, LOST)
    const member = api.openVisitor()
    await comeBack(member, await almostBack(member))
    const before = await whoIs(member)
    expect(before).not.toBeNull()
    expect(await comeBack(member, url)).toBe(LOST)
    expect(await whoIs(member)).toEqual(before)
    expect(await comeBack(stranger, url)).toBe(NEXT)
  })

  test("does not take a stranger's code for one's own", async () => {
    const [visitor, stranger] = [api.openVisitor(), api.openVisitor()]
    const own = await almostBack(visitor)
    const code = (await almostBack(stranger)).searchParams.get("code") as string
    await expectRefused(visitor, changed(own, "code", code), failed("provider_failed"))
  })

  test("is good once, also for a browser that kept all it had", async () => {
    const visitor = api.openVisitor()
    const url = await almostBack(visitor)
    const kept = visitor.cookies.get("podo.google") as string
    expect(await comeBack(visitor, url)).toBe(NEXT)
    const copy = api.openVisitor()
    await expectRefused(copy, url, LOST)
    copy.cookies.set("podo.google", kept)
    await expectRefused(copy, url, failed("provider_failed"))
  })

  test("takes the cookie of the way away", async () => {
    const visitor = api.openVisitor()
    await comeBack(visitor, await almostBack(visitor))
    expect([...visitor.cookies.keys()]).toEqual(["podo.session_token"])
  })

  test.each([
    ["another state", "state", "x".repeat(32), LOST],
    ["no state", "state", undefined, LOST],
    ["another code", "code", "made-up", failed("provider_failed")],
    ["no code", "code", undefined, failed("provider_failed")],
    ["another issuer", "iss", "https://accounts.example.com", failed("provider_failed")],
    ["an error of the provider", "error", "server_error", failed("provider_failed")],
    ["an error that nobody knows", "error", "<script>", failed("provider_failed")],
  ])("with %s leads to the page, signed out", async (_, name, value, to) => {
    const visitor = api.openVisitor()
    await expectRefused(visitor, changed(await almostBack(visitor), name, value), to)
  })

  test.each(["", "x", "00".repeat(200), "%"])(
    "with the cookie %p leads nowhere",
    async (cookie) => {
      const visitor = api.openVisitor()
      const url = await almostBack(visitor)
      visitor.cookies.set("podo.google", cookie)
      await expectRefused(visitor, url, LOST)
    },
  )

  test("is closed ten minutes after setting off", async () => {
    const visitor = api.openVisitor()
    const url = await almostBack(visitor)
    try {
      setSystemTime(Date.now() + 11 * 60 * 1000)
      expect(await comeBack(visitor, url)).toBe(LOST)
    } finally {
      setSystemTime()
    }
    expect(await whoIs(visitor)).toBeNull()
  })

  test("leads to the page also when we are the ones who fail, and somebody hears of it", async () => {
    const { db, ...others } = await openTestStores()
    const failing = openTestApi({ ...others, db }, { google: provider.settings })
    const visitor = failing.openVisitor()
    const url = await almostBack(visitor)
    await db.destroy()
    expect(await comeBack(visitor, url)).toBe(failed("unavailable"))
    expect([...visitor.cookies.keys()]).toEqual([])
    expect(failing.defects).toHaveLength(1)
  })

  test("was never news to whoever runs this", () => {
    expect(api.defects).toEqual([])
  })
})
