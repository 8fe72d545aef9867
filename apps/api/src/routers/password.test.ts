import { afterAll, describe, expect, test } from "bun:test"
import type { CodeSent } from "@podo/contract/account"
import { CODES_PER_EMAIL } from "@podo/contract/limits"
import { openTestStores } from "@podo/stores/testing"
import {
  endsWithinASecond,
  isSignedIn,
  newPerson,
  openPost,
  openTestApi,
  signUp,
  type Visitor,
} from "../testing/api.ts"

const stores = await openTestStores()
const { mailbox, mailer } = await openPost(stores)
afterAll(mailbox.close)
const api = openTestApi(stores, { mailer })
const elsewhere = openTestApi(await openTestStores(), { mailer })

const NEW = "a brand-new password"

async function askForCode(visitor: Visitor, email: string) {
  const asked = await visitor.mutate("account.requestPassword", { email, language: "en" })
  expect(asked.status).toBe(200)
  return (asked.data as CodeSent).codeId
}

describe("a new password", () => {
  test("for whoever has forgotten the old one: with the code from the mail, and signed in", async () => {
    const { email, password } = await signUp(api.openVisitor(), mailbox)
    const visitor = api.openVisitor()
    const codeId = await askForCode(visitor, email)
    const code = await mailbox.awaitCode(email, 2)
    const set = await visitor.mutate("account.setPassword", { codeId, code, password: NEW })
    expect(set.status).toBe(200)
    expect(await isSignedIn(visitor)).toBe(true)
    const signIn = async (typed: string) =>
      (await api.openVisitor().mutate("account.signIn", { email, password: typed })).status
    expect([await signIn(password), await signIn(NEW)]).toEqual([401, 200])
    const mails = await mailbox.awaitMails(email, 3)
    expect(mails[2]?.subject).toBe("Your Podo password has changed")
  })

  test("ends every other session within a second, on every process, and keeps this one", async () => {
    const here = api.openVisitor()
    const { email, password } = await signUp(here, mailbox)
    const there = elsewhere.openVisitor()
    await there.mutate("account.signIn", { email, password })
    expect(await isSignedIn(there)).toBe(true)
    const codeId = await askForCode(here, email)
    const code = await mailbox.awaitCode(email, 2)
    const before = new Map(here.cookies)
    await here.mutate("account.setPassword", { codeId, code, password: NEW })
    expect(await endsWithinASecond(there)).toBe(true)
    expect(await isSignedIn(here)).toBe(true)
    expect(here.cookies).toEqual(before)
  })

  test("leaves nobody signed in with the old one, not even who was just entering", async () => {
    const owner = api.openVisitor()
    const { email, password } = await signUp(owner, mailbox)
    const codeId = await askForCode(owner, email)
    const code = await mailbox.awaitCode(email, 2)
    const strangers = Array.from({ length: 8 }, () => elsewhere.openVisitor())
    await Promise.all([
      ...strangers.map(async (stranger) => stranger.mutate("account.signIn", { email, password })),
      owner.mutate("account.setPassword", { codeId, code, password: NEW }),
    ])
    for (const stranger of strangers) expect(await endsWithinASecond(stranger)).toBe(true)
    expect(await isSignedIn(owner)).toBe(true)
  }, 20_000)

  test("does not give away whether an e-mail is known", async () => {
    const { email } = await signUp(api.openVisitor(), mailbox)
    const seen = []
    for (const asked of [email, newPerson().email]) {
      const visitor = api.openVisitor()
      const codeId = await askForCode(visitor, asked)
      const tries = []
      for (let n = 0; n < 7; n++) {
        const wish = { codeId, code: "000000", password: NEW }
        const { status, refusal } = await visitor.mutate("account.setPassword", wish)
        tries.push({ status, refusal })
      }
      const { status } = await visitor.mutate("account.resendCode", { codeId })
      seen.push({ tries, status })
    }
    expect(seen[0]).toEqual(seen[1])
  })

  test("can be asked for by the owner's browser while strangers ask for all codes there are", async () => {
    const owner = api.openVisitor()
    const { email } = await signUp(owner, mailbox)
    for (let n = 0; n < CODES_PER_EMAIL; n++) {
      await api.openVisitor().mutate("account.requestPassword", { email, language: "en" })
    }
    const stranger = await api
      .openVisitor()
      .mutate("account.requestPassword", { email, language: "en" })
    expect(stranger.refusal?.code).toBe("TOO_MANY_REQUESTS")
    await askForCode(owner, email)
  })

  test("needs a code that was asked for it: one for signing up does not do", async () => {
    const visitor = api.openVisitor()
    const person = newPerson()
    const asked = await visitor.mutate("account.signUp", person)
    const { codeId } = asked.data as CodeSent
    const code = await mailbox.awaitCode(person.email)
    const wish = { codeId, code, password: NEW }
    expect((await visitor.mutate("account.setPassword", wish)).refusal?.code).toBe("CODE_EXPIRED")
    expect((await visitor.mutate("account.confirmSignUp", { codeId, code })).status).toBe(200)
  })

  test("with one code is set once, however often it is sent at the same time", async () => {
    const { email } = await signUp(api.openVisitor(), mailbox)
    const codeId = await askForCode(api.openVisitor(), email)
    const code = await mailbox.awaitCode(email, 2)
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, n) =>
        api.openVisitor().mutate("account.setPassword", { codeId, code, password: `${NEW} ${n}` }),
      ),
    )
    const [won, ...more] = answers.flatMap(({ status }, n) => (status === 200 ? [n] : []))
    expect(more).toEqual([])
    const typed = { email, password: `${NEW} ${won}` }
    expect((await api.openVisitor().mutate("account.signIn", typed)).status).toBe(200)
    expect(api.defects).toEqual([])
  }, 20_000)
})
