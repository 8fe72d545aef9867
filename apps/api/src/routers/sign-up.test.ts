import { afterAll, describe, expect, test } from "bun:test"
import type { CodeSent } from "@podo/contract/account"
import { CodeId } from "@podo/contract/ids"
import { CODES_PER_EMAIL, TRIES_PER_CODE } from "@podo/contract/limits"
import { openTestStores } from "@podo/stores/testing"
import { mailBySmtp } from "@podo/mail/mailer"
import { openMailbox } from "@podo/mail/testing"
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

async function askForCode(visitor: Visitor, person: Person) {
  const { status, data } = await visitor.mutate("account.signUp", person)
  expect(status).toBe(200)
  return CodeId.parse((data as CodeSent).codeId)
}

const confirm = async (visitor: Visitor, codeId: CodeId, code: string) =>
  visitor.mutate("account.confirmSignUp", { codeId, code })

const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0")

const usersNamed = async (email: string) =>
  stores.db.selectFrom("user").where("email", "=", email).select("id").execute()

describe("signing up", () => {
  test("makes an account once the code from the mail is entered, and signs in", async () => {
    const person = newPerson()
    const visitor = api.openVisitor()
    const codeId = await askForCode(visitor, person)
    const code = await mailbox.awaitCode(person.email)
    expect((await confirm(visitor, codeId, code)).status).toBe(200)
    const { name, email, language } = person
    const me = await visitor.query("account.me")
    expect(me.data).toMatchObject({ name, email, language, roles: ["user"] })
  })

  test("leaves nothing that can be used before the code is entered", async () => {
    const person = newPerson()
    const visitor = api.openVisitor()
    await askForCode(visitor, person)
    const { email, password } = person
    const answer = await visitor.mutate("account.signIn", { email, password })
    expect([answer.status, answer.refusal]).toEqual([401, { code: "WRONG_CREDENTIALS" }])
    expect((await visitor.query("account.me")).data).toBeNull()
    expect(await usersNamed(email)).toEqual([])
  })

  test("speaks the language of the page in its mail", async () => {
    const person = { ...newPerson(), language: "ko" }
    await askForCode(api.openVisitor(), person)
    const [mail] = await mailbox.awaitMails(person.email)
    expect(mail?.subject).toMatch(/^\d{6} – 포도 가입 코드$/)
  })

  test("forgives a wrong code, and counts it", async () => {
    const visitor = api.openVisitor()
    const person = newPerson()
    const codeId = await askForCode(visitor, person)
    const code = await mailbox.awaitCode(person.email)
    const wrong = await confirm(visitor, codeId, wrongOf(code))
    expect([wrong.status, wrong.refusal]).toEqual([
      400,
      { code: "CODE_WRONG", triesLeft: TRIES_PER_CODE - 1 },
    ])
    expect((await confirm(visitor, codeId, code)).status).toBe(200)
  })

  test("takes five tries at a code, however many come at once, and then not even the right one", async () => {
    const visitor = api.openVisitor()
    const person = newPerson()
    const codeId = await askForCode(visitor, person)
    const code = await mailbox.awaitCode(person.email)
    const answers = await Promise.all(
      Array.from({ length: 40 }, async () => confirm(visitor, codeId, wrongOf(code))),
    )
    for (const { refusal } of answers)
      expect(["CODE_WRONG", "CODE_SPENT"]).toContain(refusal?.code ?? "")
    expect((await confirm(visitor, codeId, code)).refusal).toEqual({ code: "CODE_SPENT" })
    const again = await visitor.mutate("account.resendCode", { codeId })
    expect(again.status).toBe(200)
    const fresh = await mailbox.awaitCode(person.email, 2)
    expect((await confirm(visitor, codeId, fresh)).status).toBe(200)
  })

  test("says of an expired code that it is expired", async () => {
    const visitor = api.openVisitor()
    const person = newPerson()
    const codeId = await askForCode(visitor, person)
    const code = await mailbox.awaitCode(person.email)
    const before = new Date(Date.now() - 1)
    const { numUpdatedRows } = await stores.db
      .updateTable("emailCode")
      .set({ expiresAt: before })
      .where("id", "=", codeId)
      .executeTakeFirstOrThrow()
    expect(numUpdatedRows).toBe(1n)
    const late = await confirm(visitor, codeId, code)
    expect([late.status, late.refusal]).toEqual([412, { code: "CODE_EXPIRED" }])
    expect(await usersNamed(person.email)).toEqual([])
  })

  test("makes an older code useless with a newer one", async () => {
    const visitor = api.openVisitor()
    const person = newPerson()
    const codeId = await askForCode(visitor, person)
    const first = await mailbox.awaitCode(person.email)
    await visitor.mutate("account.resendCode", { codeId })
    const second = await mailbox.awaitCode(person.email, 2)
    if (first !== second) {
      expect((await confirm(visitor, codeId, first)).refusal?.code).toBe("CODE_WRONG")
    }
    expect((await confirm(visitor, codeId, second)).status).toBe(200)
  })

  test("counts all ways to write one mailbox as one", async () => {
    const name = Bun.randomUUIDv7()
    const statuses = []
    for (let n = 0; n <= CODES_PER_EMAIL; n++) {
      const person = { ...newPerson(), email: `${name}+${n}@example.com` }
      statuses.push((await api.openVisitor().mutate("account.signUp", person)).status)
    }
    expect(statuses).toEqual([...Array.from({ length: CODES_PER_EMAIL }, () => 200), 429])
  })

  test("mails a few codes to one e-mail, from wherever they are asked for, and says when to come again", async () => {
    const person = newPerson()
    const visitor = api.openVisitor()
    const codeId = await askForCode(visitor, person)
    const answers = await Promise.all(
      Array.from({ length: 10 }, async (_, n) =>
        n % 2 === 0
          ? api.openVisitor().mutate("account.resendCode", { codeId })
          : api.openVisitor().mutate("account.signUp", person),
      ),
    )
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(11 - CODES_PER_EMAIL)
    const { refusal } = refused[0] ?? {}
    if (refusal?.code !== "TOO_MANY_REQUESTS") throw new Error("No time was named.")
    expect(refusal.retryAfterMs).toBeGreaterThan(0)
    expect(refusal.retryAfterMs).toBeLessThanOrEqual(15 * 60 * 1000)
    expect(await mailbox.awaitMails(person.email, CODES_PER_EMAIL)).toHaveLength(CODES_PER_EMAIL)
  })
})

describe("an e-mail that has an account", () => {
  test("is not given away: a stranger sees what they would see of any other", async () => {
    const owner = await signUp(api.openVisitor(), mailbox)
    const [known, unknown] = [{ ...newPerson(), email: owner.email }, newPerson()]
    const seen = await Promise.all(
      [known, unknown].map(async (person) => {
        const stranger = api.openVisitor()
        const asked = await stranger.mutate("account.signUp", person)
        const { codeId, expiresAt } = asked.data as CodeSent
        const tries = []
        for (let n = 0; n < TRIES_PER_CODE + 1; n++) {
          const { status, refusal } = await confirm(stranger, CodeId.parse(codeId), "000000")
          tries.push({ status, refusal })
        }
        const again = await stranger.mutate("account.resendCode", { codeId })
        const keys = Object.keys(asked.data as object)
        return {
          keys,
          status: asked.status,
          again: again.status,
          tries,
          hasId: codeId.length,
          hasEnd: expiresAt.length,
        }
      }),
    )
    expect(seen[0]).toEqual(seen[1])
  })

  test("gets a mail that says so, and no code", async () => {
    const owner = await signUp(api.openVisitor(), mailbox)
    await askForCode(api.openVisitor(), { ...newPerson(), email: owner.email, language: "ko" })
    const mails = await mailbox.awaitMails(owner.email, 2)
    expect(mails[1]?.subject).toBe("You already have a Podo account")
    expect(`${mails[1]?.subject} ${mails[1]?.text}`).not.toMatch(/\b\d{6}\b/)
  })

  test("keeps its password, whatever a stranger signs up with", async () => {
    const { email, password } = await signUp(api.openVisitor(), mailbox)
    await askForCode(api.openVisitor(), { ...newPerson(), email })
    expect((await api.openVisitor().mutate("account.signIn", { email, password })).status).toBe(200)
  })
})

describe("many at once", () => {
  test("100 sign-ups of one e-mail become one account, and nobody's code opens another's", async () => {
    const person = newPerson()
    const visitors = Array.from({ length: 100 }, () => api.openVisitor())
    const asked = await Promise.all(
      visitors.map(async (visitor, n) =>
        visitor.mutate("account.signUp", { ...person, password: `password of ${n}` }),
      ),
    )
    const begun = visitors.flatMap((visitor, n) => {
      const sent = asked[n]
      return sent?.status === 200 ? [{ visitor, n, codeId: (sent.data as CodeSent).codeId }] : []
    })
    expect(begun).toHaveLength(CODES_PER_EMAIL)
    const mails = await mailbox.awaitMails(person.email, CODES_PER_EMAIL)
    const codes = mails.map(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? "")
    const tries = await Promise.all(
      begun.flatMap(({ visitor, n, codeId }) =>
        codes.map(async (code) => {
          const answer = await confirm(visitor, CodeId.parse(codeId), code)
          return { n, answer }
        }),
      ),
    )
    const won = tries.filter(({ answer }) => answer.status === 200)
    expect(won).toHaveLength(1)
    expect(await usersNamed(person.email)).toHaveLength(1)
    const refusals = ["CODE_WRONG", "CODE_SPENT", "CODE_EXPIRED", "EMAIL_HAS_ACCOUNT"]
    for (const { answer } of tries) {
      if (answer.refusal) expect(refusals).toContain(answer.refusal.code)
    }
    const password = `password of ${won[0]?.n}`
    const answer = await api
      .openVisitor()
      .mutate("account.signIn", { email: person.email, password })
    expect(answer.status).toBe(200)
    expect(api.defects).toEqual([])
  })

  test("100 uses of one code are one success", async () => {
    const person = newPerson()
    const visitor = api.openVisitor()
    const codeId = await askForCode(visitor, person)
    const code = await mailbox.awaitCode(person.email)
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => confirm(api.openVisitor(), codeId, code)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const refused = new Set(answers.flatMap(({ refusal }) => refusal?.code ?? []))
    expect([...refused].filter((one) => !["CODE_SPENT", "CODE_EXPIRED"].includes(one))).toEqual([])
    expect(await usersNamed(person.email)).toHaveLength(1)
  })

  // Without this control the test above would also pass if the uses came one after another.
  test("and they do race: looking before taking lets several through", async () => {
    const person = newPerson()
    const codeId = await askForCode(api.openVisitor(), person)
    const looks = await Promise.all(
      Array.from({ length: 100 }, async () =>
        stores.db.selectFrom("emailCode").where("id", "=", codeId).select("id").execute(),
      ),
    )
    const taken = await Promise.all(
      looks.map(async ([seen]) => {
        if (seen) await stores.db.deleteFrom("emailCode").where("id", "=", codeId).execute()
        return seen
      }),
    )
    expect(taken.filter((seen) => seen !== undefined).length).toBeGreaterThan(1)
  })
})

test("a mail server that is away does not hold up the answer", async () => {
  const gone = await openMailbox()
  await gone.close()
  const told: unknown[] = []
  const slow = mailBySmtp({ url: gone.url, from: "podo@example.com" }, (error) => told.push(error))
  const { status } = await openTestApi(stores, { mailer: slow })
    .openVisitor()
    .mutate("account.signUp", newPerson())
  expect(status).toBe(200)
})
