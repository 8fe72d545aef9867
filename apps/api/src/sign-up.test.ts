import { describe, expect, test } from "bun:test"
import type { CodeSent } from "@podo/contract/account"
import { openTestStores } from "@podo/db/testing"
import { mailBySmtp } from "@podo/mail/mailer"
import { openMailbox } from "@podo/mail/testing"
import { openTestApi } from "./testing.ts"

const stores = await openTestStores()
const mailbox = await openMailbox()
const mailer = mailBySmtp({ url: mailbox.url, from: "Podo <podo@example.com>" }, stores.onDefect)
const api = openTestApi(stores, { mailer })

const newPerson = () => ({
  name: "Fan",
  email: `${Bun.randomUUIDv7()}@example.com`,
  password: "long enough",
  language: "en",
})

describe("signing up", () => {
  test("makes an account once the code from the mail is entered, and signs in", async () => {
    const person = newPerson()
    const visitor = api.openVisitor()
    const asked = await visitor.mutate("account.signUp", person)
    expect(asked.status).toBe(200)
    const { codeId } = asked.data as CodeSent
    const { password, email } = person
    expect((await visitor.mutate("account.signIn", { email, password })).refusal).toEqual({
      code: "WRONG_CREDENTIALS",
    })
    const code = await mailbox.awaitCode(email)
    expect((await visitor.mutate("account.confirmSignUp", { codeId, code })).status).toBe(200)
    expect((await visitor.query("account.me")).data).toMatchObject({
      name: "Fan",
      email,
      language: "en",
      roles: ["user"],
    })
    expect((await visitor.query("account.devices")).data).toMatchObject({
      devices: [{ isThis: true }],
    })
  })
})
