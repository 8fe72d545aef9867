import { afterAll, describe, expect, test } from "bun:test"
import { limits } from "@podo/accounts/limits"
import { SIGN_INS_PER_ACCOUNT } from "@podo/contract/limits"
import { connectDatabase } from "@podo/db/connect"
import { openTestStores } from "@podo/stores/testing"
import { spend } from "@podo/redis/rate-limit"
import {
  newPerson,
  openPost,
  openTestApi,
  type Person,
  signUp,
  type Visitor,
} from "../testing/api.ts"

const stores = await openTestStores()
const { mailbox, mailer } = await openPost(stores)
afterAll(mailbox.close)
const api = openTestApi(stores, { mailer })
const elsewhere = openTestApi(await openTestStores(), { mailer })

const QUARTER_HOUR_MS = 15 * 60 * 1000

const signIn = async (visitor: Visitor, { email, password }: Pick<Person, "email" | "password">) =>
  visitor.mutate("account.signIn", { email, password })

/** From an address of its own each, over two processes' worth of connections. */
async function guess(email: string, times: number) {
  const answers = await Promise.all(
    Array.from({ length: times }, async (_, n) =>
      signIn((n % 2 === 0 ? api : elsewhere).openVisitor(), { email, password: `guess ${n}` }),
    ),
  )
  return Object.groupBy(answers, ({ refusal }) => refusal?.code ?? "none")
}

describe("signing in", () => {
  test("says the same of a wrong password, an unknown e-mail, and what is no e-mail at all", async () => {
    const { email } = await signUp(api.openVisitor(), mailbox)
    const tries = [
      { email, password: "not the one" },
      { email: newPerson().email, password: "not the one" },
      { email: "nobody", password: "not the one" },
      { email: "’; DROP TABLE user; --", password: "not the one" },
    ]
    for (const credentials of tries) {
      const { status, refusal, headers } = await signIn(api.openVisitor(), credentials)
      expect([status, refusal]).toEqual([401, { code: "WRONG_CREDENTIALS" }])
      expect(headers.getSetCookie()).toEqual([])
    }
  })

  test("renews a hash of older parameters, also for two who sign in at once", async () => {
    const { email, password } = await signUp(api.openVisitor(), mailbox)
    const owner = stores.db.selectFrom("user").where("email", "=", email).select("id")
    const hashIn = stores.db.selectFrom("account").where("userId", "in", owner)
    const hash = async () => (await hashIn.select("password").executeTakeFirst())?.password
    const old = await Bun.password.hash(password, "argon2id")
    const account = stores.db.updateTable("account").where("userId", "in", owner)
    await account.set({ password: old }).execute()
    const both = [api, elsewhere].map((one) => signIn(one.openVisitor(), { email, password }))
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200])
    expect((await signIn(api.openVisitor(), { email, password })).status).toBe(200)
    expect(await hash()).toStartWith("$argon2id$v=19$m=19456,t=2,p=1$")
    expect((await signIn(api.openVisitor(), { email, password })).status).toBe(200)
    const wrong = await signIn(api.openVisitor(), { email, password: `${password}!` })
    expect(wrong.refusal?.code).toBe("WRONG_CREDENTIALS")
  })

  test("answers a storm early: who is not let in is told when to come again", async () => {
    const { email, password } = await signUp(api.openVisitor(), mailbox)
    const storm = Array.from({ length: 400 }, (_, n) =>
      signIn((n % 2 === 0 ? api : elsewhere).openVisitor(), {
        email: n === 0 ? email : newPerson().email,
        password,
      }),
    )
    const answers = await Promise.all(storm)
    // The one with an account may have come too late.
    const others = new Set(answers.slice(1).map(({ refusal }) => refusal?.code))
    expect(others).toEqual(new Set(["WRONG_CREDENTIALS", "TOO_MANY_REQUESTS"]))
    const told = answers.flatMap(({ refusal }) =>
      refusal?.code === "TOO_MANY_REQUESTS" ? [refusal.retryAfterMs] : [],
    )
    expect(Math.min(...told)).toBeGreaterThan(5_000)
    expect((await signIn(api.openVisitor(), { email, password })).status).toBe(200)
  })

  test("takes an e-mail however it is written", async () => {
    const { email, password } = await signUp(api.openVisitor(), mailbox)
    const written = { email: ` ${email.toUpperCase()} `, password }
    expect((await signIn(api.openVisitor(), written)).status).toBe(200)
  })

  test("does not take an account whose e-mail was never proved", async () => {
    const person = await signUp(api.openVisitor(), mailbox)
    const { email } = person
    await stores.db
      .updateTable("user")
      .set({ emailVerified: false })
      .where("email", "=", email)
      .execute()
    const { status, refusal } = await signIn(api.openVisitor(), person)
    expect([status, refusal]).toEqual([401, { code: "WRONG_CREDENTIALS" }])
  })
})

describe("guessing at a password", () => {
  test("1,000 times from 1,000 addresses gets ten answers and then none, for a quarter of an hour at most", async () => {
    const { email } = await signUp(api.openVisitor(), mailbox)
    const answers = await guess(email, 1000)
    expect(answers["WRONG_CREDENTIALS"]).toHaveLength(SIGN_INS_PER_ACCOUNT)
    expect(answers["TOO_MANY_REQUESTS"]).toHaveLength(1000 - SIGN_INS_PER_ACCOUNT)
    for (const { refusal } of answers["TOO_MANY_REQUESTS"] ?? []) {
      if (refusal?.code !== "TOO_MANY_REQUESTS") throw new Error("No time was named.")
      expect(refusal.retryAfterMs).toBeGreaterThan(0)
      expect(refusal.retryAfterMs).toBeLessThanOrEqual(QUARTER_HOUR_MS)
    }
  }, 30_000)

  test("gets no answer afterwards even with the right one, which a stranger may have found", async () => {
    const person = await signUp(api.openVisitor(), mailbox)
    await guess(person.email, SIGN_INS_PER_ACCOUNT)
    expect((await signIn(api.openVisitor(), person)).refusal?.code).toBe("TOO_MANY_REQUESTS")
  })

  test("does not lock out the browser in which the owner has signed in before", async () => {
    const owner = api.openVisitor()
    const person = await signUp(api.openVisitor(), mailbox)
    await signIn(owner, person)
    await owner.mutate("account.signOut")
    await guess(person.email, SIGN_INS_PER_ACCOUNT + 5)
    expect((await signIn(owner, person)).status).toBe(200)
  })

  test("nor the one in which the account was made, or got its new password", async () => {
    const first = api.openVisitor()
    const person = await signUp(first, mailbox)
    await first.mutate("account.signOut")
    await guess(person.email, SIGN_INS_PER_ACCOUNT)
    expect((await signIn(first, person)).status).toBe(200)
    const second = api.openVisitor()
    const { email } = person
    const asked = await second.mutate("account.requestPassword", { email, language: "en" })
    const { codeId } = asked.data as { codeId: string }
    const wish = {
      codeId,
      code: await mailbox.awaitCode(email, 2),
      password: "another one of mine",
    }
    expect((await second.mutate("account.setPassword", wish)).status).toBe(200)
    await second.mutate("account.signOut")
    expect((await signIn(second, { ...person, password: wish.password })).status).toBe(200)
  })

  test("from that browser is limited as well", async () => {
    const owner = api.openVisitor()
    const person = await signUp(api.openVisitor(), mailbox)
    await signIn(owner, person)
    const wrong = { email: person.email, password: "not the one" }
    for (let n = 0; n < SIGN_INS_PER_ACCOUNT; n++) await signIn(owner, wrong)
    expect((await signIn(owner, person)).refusal?.code).toBe("TOO_MANY_REQUESTS")
  })

  test("is not helped by the cookie of one's own browser, nor by one that was made up", async () => {
    const stranger = api.openVisitor()
    await signIn(stranger, await signUp(api.openVisitor(), mailbox))
    const victim = await signUp(api.openVisitor(), mailbox)
    await guess(victim.email, SIGN_INS_PER_ACCOUNT)
    expect((await signIn(stranger, victim)).refusal?.code).toBe("TOO_MANY_REQUESTS")
    stranger.cookies.set("podo.device", `${crypto.randomUUID()}.${"A".repeat(43)}`)
    expect((await signIn(stranger, victim)).refusal?.code).toBe("TOO_MANY_REQUESTS")
  })

  test("does not stop the owner from choosing a new password with a code, which signs in", async () => {
    const { email } = await signUp(api.openVisitor(), mailbox)
    await guess(email, SIGN_INS_PER_ACCOUNT)
    const owner = api.openVisitor()
    const asked = await owner.mutate("account.requestPassword", { email, language: "en" })
    const { codeId } = asked.data as { codeId: string }
    const code = await mailbox.awaitCode(email, 2)
    await owner.mutate("account.setPassword", { codeId, code, password: "a new one for me" })
    expect((await owner.query("account.me")).data).toMatchObject({ email })
  })

  test("from one address is limited over all accounts", async () => {
    const [third, fourth] = crypto.getRandomValues(new Uint8Array(2))
    const address = `198.18.${third}.${fourth}`
    const { signInsPerAddress } = limits
    for (let n = 2; n < signInsPerAddress.times; n++) {
      await spend(stores.redis, signInsPerAddress, address)
    }
    const answers = []
    for (let n = 0; n < 4; n++) {
      answers.push(await signIn(api.openVisitor({ address }), newPerson()))
    }
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 429, 429])
    expect((await signIn(api.openVisitor(), newPerson())).status).toBe(401)
  })
})

describe("a right password", () => {
  test("is not counted while a store is away, however often it is tried", async () => {
    const person = await signUp(api.openVisitor(), mailbox)
    const db = connectDatabase("mysql://root@127.0.0.1:1/podo")
    const withoutMysql = openTestApi({ ...stores, db }, { mailer })
    for (let n = 0; n <= SIGN_INS_PER_ACCOUNT; n++) {
      const { refusal } = await signIn(withoutMysql.openVisitor(), person)
      expect(refusal?.code).toBe("STORE_UNAVAILABLE")
    }
    expect((await signIn(api.openVisitor(), person)).status).toBe(200)
    await db.destroy()
  })

  test("is not counted, however often it is entered", async () => {
    const person = await signUp(api.openVisitor(), mailbox)
    for (let n = 0; n <= SIGN_INS_PER_ACCOUNT; n++) {
      expect((await signIn(api.openVisitor(), person)).status).toBe(200)
    }
  })
})

describe("sessions of one address", () => {
  const almostAll = async (address: string) => {
    for (let n = 1; n < limits.sessionsPerAddress.times; n++) {
      await spend(stores.redis, limits.sessionsPerAddress, address)
    }
  }
  const mintV4 = () => `198.19.${crypto.getRandomValues(new Uint8Array(2)).join(".")}`

  test("are slowed where somebody signs in by the thousand, but not for a browser that is known", async () => {
    const address = mintV4()
    const [person, another] = [
      await signUp(api.openVisitor(), mailbox),
      await signUp(api.openVisitor(), mailbox),
    ]
    const known = api.openVisitor({ address })
    await almostAll(address)
    // A malformed request makes no session, and is counted elsewhere.
    const wrong = { email: person.email, password: "not the one" }
    expect((await signIn(api.openVisitor({ address }), wrong)).status).toBe(401)
    expect((await signIn(known, person)).status).toBe(200)
    const { refusal } = await signIn(api.openVisitor({ address }), another)
    if (refusal?.code !== "TOO_MANY_REQUESTS") throw new Error("It was let in.")
    expect(refusal.retryAfterMs).toBeLessThanOrEqual(QUARTER_HOUR_MS)
    await known.mutate("account.signOut")
    expect((await signIn(known, person)).status).toBe(200)
    expect((await signIn(api.openVisitor(), another)).status).toBe(200)
  })

  test("are not counted together where all come from our own machine", async () => {
    const person = await signUp(api.openVisitor(), mailbox)
    for (const address of ["127.0.0.1", "::1"]) {
      await almostAll(address)
      for (let n = 0; n < 2; n++) {
        expect((await signIn(api.openVisitor({ address }), person)).status).toBe(200)
      }
    }
  })
})
