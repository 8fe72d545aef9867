import { afterAll, describe, expect, test } from "bun:test"
import type { Me, SignedInDevices } from "@podo/contract/account"
import { UserId } from "@podo/contract/ids"
import { openProvider, type Profile } from "@podo/accounts/testing"
import { mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { openTestApi, type Visitor } from "../testing/api.ts"
import { comeBack, failed, NEXT, setOff, WAY_BACK, whoIs } from "../testing/google.ts"

const stores = await openTestStores()
const provider = await openProvider(WAY_BACK)
afterAll(provider.close)
const api = openTestApi(stores, { google: provider.settings })

/** Somebody at the provider, with a proved e-mail unless said otherwise. */
function newSubject(profile: Profile = {}) {
  const subject = crypto.randomUUID()
  const email = `${subject}@example.com`
  provider.profiles.set(subject, { email, email_verified: true, name: "Fan", ...profile })
  return { subject, email }
}

async function logIn(subject: string, visitor: Visitor = api.openVisitor(), wish = {}) {
  const url = await setOff(visitor, wish)
  const to = await comeBack(visitor, await provider.logIn(url.href, subject))
  return { visitor, to, me: await whoIs(visitor) }
}

async function insertUser(email: string, emailVerified: boolean) {
  const now = new Date()
  const id = mintUserId()
  await stores.db
    .insertInto("user")
    .values({ id, name: "Local", email, emailVerified, createdAt: now, updatedAt: now })
    .execute()
  return id
}

const usersWith = (email: string) =>
  stores.db.selectFrom("user").where("email", "=", email).selectAll().execute()

const waysInOf = (userId: UserId) =>
  stores.db.selectFrom("account").where("userId", "=", userId).selectAll().execute()

const atGoogle = (subject: string) =>
  stores.db.selectFrom("account").where("accountId", "=", subject).selectAll().execute()

describe("a first login with Google", () => {
  test("makes an account, signs in, and leads to where the person was", async () => {
    const { subject, email } = newSubject({ name: "김 팬" })
    const { visitor, to, me } = await logIn(subject, api.openVisitor(), { language: "en" })
    expect(to).toBe(NEXT)
    expect(me).toMatchObject({ name: "김 팬", email, language: "en", roles: ["user"] })
    const { devices } = (await visitor.query("account.devices")).data as SignedInDevices
    expect(devices).toMatchObject([{ isThis: true }])
    expect(await usersWith(email)).toMatchObject([{ emailVerified: true }])
    expect(api.defects).toEqual([])
  })

  test("keeps who the person is there, and no token", async () => {
    const { subject } = newSubject()
    const { me } = await logIn(subject)
    const [way, ...others] = await waysInOf(UserId.parse(me?.userId))
    expect(others).toEqual([])
    expect(way).toMatchObject({ providerId: "google", accountId: subject })
    expect(way).toMatchObject({
      accessToken: null,
      refreshToken: null,
      idToken: null,
      scope: null,
      password: null,
    })
  })

  test.each([
    ["controls and marks of direction", "A\u0000\u202e\tB", "AB"],
    ["more than sixty characters", "x".repeat(61), "x".repeat(60)],
    ["half a sign at the cut", `${"x".repeat(59)}😀`, "x".repeat(59)],
    ["nothing to be seen", " \u200b\n ", "from-the-mail"],
    ["none", undefined, "from-the-mail"],
  ])("takes a name with %s", async (_, name, expected) => {
    const { subject } = newSubject()
    const email = `from-the-mail@${subject}.example.com`
    provider.profiles.set(subject, { email, email_verified: true, ...(name ? { name } : {}) })
    expect((await logIn(subject)).me).toMatchObject({ name: expected, email })
  })

  test("ten times at once makes one account, and signs in ten times", async () => {
    const { subject, email } = newSubject()
    const visitors = Array.from({ length: 10 }, () => api.openVisitor())
    const ways = await Promise.all(
      visitors.map(async (visitor) => ({
        visitor,
        url: await provider.logIn((await setOff(visitor)).href, subject),
      })),
    )
    const ends = await Promise.all(ways.map(({ visitor, url }) => comeBack(visitor, url)))
    expect(new Set(ends)).toEqual(new Set([NEXT]))
    expect(await usersWith(email)).toHaveLength(1)
    expect(await atGoogle(subject)).toHaveLength(1)
    const people = await Promise.all(visitors.map(whoIs))
    expect(new Set(people.map((person) => person?.userId)).size).toBe(1)
    expect(api.defects).toEqual([])
  })
})

describe("a later login with Google", () => {
  test("finds the account by who the person is, also when the e-mail has changed there", async () => {
    const { subject, email } = newSubject()
    const first = await logIn(subject)
    const changed = `${crypto.randomUUID()}@example.com`
    provider.profiles.set(subject, { email: changed, email_verified: true, name: "Other" })
    const second = await logIn(subject)
    expect(second.me).toEqual(first.me as Me)
    expect(second.me).toMatchObject({ email, name: "Fan" })
    expect(await usersWith(changed)).toEqual([])
  })

  test("makes a new account after the old one was deleted", async () => {
    const { subject, email } = newSubject()
    const first = await logIn(subject)
    await stores.db.deleteFrom("user").where("id", "=", UserId.parse(first.me?.userId)).execute()
    const second = await logIn(subject)
    expect(second.me).toMatchObject({ email })
    expect(second.me?.userId).not.toBe(first.me?.userId as string)
  })

  test("does not take one subject for another that differs in case", async () => {
    const { subject } = newSubject()
    const shouted = subject.toUpperCase()
    provider.profiles.set(shouted, { email: `other-${subject}@example.com`, email_verified: true })
    const [one, other] = [await logIn(subject), await logIn(shouted)]
    expect(other.me?.userId).not.toBe(one.me?.userId as string)
  })
})

describe("an e-mail that has an account here", () => {
  test("leads to it when Google knows that it is theirs", async () => {
    const { subject, email } = newSubject()
    const userId = await insertUser(email, true)
    provider.profiles.set(subject, { email: email.toUpperCase(), email_verified: true })
    expect((await logIn(subject)).me).toMatchObject({ userId, name: "Local" })
    expect(await atGoogle(subject)).toMatchObject([{ userId }])
  })

  test.each([
    ["not verified", { email_verified: false }],
    ["said to be verified, in a word", { email_verified: "true" as unknown as boolean }],
  ])("does not when it is %s at Google, known here or not", async (_, profile) => {
    for (const known of [true, false]) {
      const { subject, email } = newSubject(profile)
      if (known) await insertUser(email, true)
      const { to, me } = await logIn(subject)
      expect(to).toBe(failed("email_not_verified"))
      expect(me).toBeNull()
      expect(await usersWith(email)).toHaveLength(known ? 1 : 0)
      expect(await atGoogle(subject)).toEqual([])
    }
  })

  test("does not when nobody proved it here: whoever made that account may have its password", async () => {
    const { subject, email } = newSubject()
    const userId = await insertUser(email, false)
    const { to, me } = await logIn(subject)
    expect([to, me]).toEqual([failed("account_not_linked"), null])
    expect(await waysInOf(userId)).toEqual([])
    expect(await usersWith(email)).toMatchObject([{ emailVerified: false }])
  })

  test("does not even if the two have been linked by an older version", async () => {
    const { subject, email } = newSubject()
    const { me } = await logIn(subject)
    await stores.db
      .updateTable("user")
      .set({ emailVerified: false })
      .where("id", "=", UserId.parse(me?.userId))
      .execute()
    const again = await logIn(subject)
    expect([again.to, again.me]).toEqual([failed("account_not_linked"), null])
    expect(await usersWith(email)).toMatchObject([{ emailVerified: false }])
  })

  test("does not when the database alone takes the two for the same", async () => {
    const { subject } = newSubject()
    const userId = await insertUser(`cafe-${subject}@example.com`, true)
    provider.profiles.set(subject, { email: `café-${subject}@example.com`, email_verified: true })
    expect((await logIn(subject)).me).toBeNull()
    expect(await waysInOf(userId)).toEqual([])
  })

  test("is asked for: without one there is no account", async () => {
    const subject = crypto.randomUUID()
    provider.profiles.set(subject, { name: "Nobody" })
    const { to, me } = await logIn(subject)
    expect([to, me]).toEqual([failed("email_not_found"), null])
  })
})
