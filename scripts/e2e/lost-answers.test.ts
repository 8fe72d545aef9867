import { afterAll, describe, expect, test } from "bun:test"
import { openTestStores } from "@podo/stores/testing"
import type { Page } from "playwright-core"
import { button, field, openBrowser } from "./browser.ts"

const stores = await openTestStores()
const { url, defects, mailbox, signUp, openPage, close } = await openBrowser(stores)
afterAll(close)

const TIMEOUT_MS = 60_000
const CODE = "6-digit code"
const UNREACHABLE = "We could not reach the server."

/** The server does what it is asked, and its next answer never arrives. */
async function loseAnswer(page: Page, action: string) {
  await page.route(
    `**/trpc/account.${action}*`,
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
}

async function askForCode(page: Page, email: string) {
  await page.goto("/sign-up?next=%2Fbookings")
  await field(page, "Name").fill("Ada")
  await field(page, "E-mail").fill(email)
  await field(page, "Password").fill("correct horse battery")
  await button(page, "Send me a code").click()
  return mailbox.awaitCode(email)
}

describe("an answer that was lost after its work was done", () => {
  test(
    "leads who has just signed up to signing in, with the e-mail filled in",
    async () => {
      const email = `${Bun.randomUUIDv7()}@example.com`
      const page = await openPage()
      const code = await askForCode(page, email)
      await loseAnswer(page, "confirmSignUp")
      await field(page, CODE).fill(code)
      await page.getByText(UNREACHABLE).waitFor()
      // The cookie was in the answer.
      await page.context().clearCookies()
      await button(page, "Create account").click()
      await page.getByText("It may have gone through already.").waitFor()
      await page.getByRole("alert").getByRole("link", { name: "Sign in" }).click()
      await page.waitForURL(/\/sign-in\?next=%2Fbookings$/)
      expect(await field(page, "E-mail").inputValue()).toBe(email)
      await field(page, "Password").fill("correct horse battery")
      await button(page, "Sign in").click()
      await page.getByRole("heading", { name: "My bookings" }).waitFor()
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )

  test(
    "leads whose cookie did arrive on, as if nothing had been lost",
    async () => {
      const page = await openPage()
      const code = await askForCode(page, `${Bun.randomUUIDv7()}@example.com`)
      await loseAnswer(page, "confirmSignUp")
      await field(page, CODE).fill(code)
      await page.getByText(UNREACHABLE).waitFor()
      await button(page, "Create account").click()
      await page.getByRole("heading", { name: "My bookings" }).waitFor()
    },
    TIMEOUT_MS,
  )

  test(
    "lets who has a new password sign in with it",
    async () => {
      const page = await openPage()
      const { email } = await signUp(page)
      await page.goto("/password?next=%2Faccount")
      await button(page, "Send me a code").click()
      await field(page, CODE).fill(await mailbox.awaitCode(email, 2))
      await field(page, "New password").fill("staple of a new make")
      await loseAnswer(page, "setPassword")
      await button(page, "Change password").click()
      await page.getByText(UNREACHABLE).waitFor()
      await page.context().clearCookies()
      await button(page, "Change password").click()
      await page.getByText("It may have gone through already.").waitFor()
      await page.getByRole("alert").getByRole("link", { name: "Sign in" }).click()
      expect(await field(page, "E-mail").inputValue()).toBe(email)
      await field(page, "Password").fill("staple of a new make")
      await button(page, "Sign in").click()
      await page.getByText("This device").waitFor()
    },
    TIMEOUT_MS,
  )

  test(
    "says that the account is gone, and leads home",
    async () => {
      const page = await openPage()
      const { email } = await signUp(page)
      await page.goto("/account")
      await button(page, "Delete account").click()
      await button(page, "Send deletion code").click()
      await field(page, CODE).fill(await mailbox.awaitCode(email, 2))
      await loseAnswer(page, "delete")
      await button(page, "Delete account").click()
      await page.getByText(UNREACHABLE).waitFor()
      await button(page, "Delete account").click()
      await page.getByText("Your account has been deleted.").first().waitFor()
      await page.waitForURL(/\/$/)
      await page.goto("/sign-in")
      expect(await field(page, "E-mail").inputValue()).toBe("")
    },
    TIMEOUT_MS,
  )
})

describe("a session that ended", () => {
  test(
    "elsewhere is given as the reason to sign in again, once",
    async () => {
      const page = await openPage()
      const { email } = await signUp(page)
      await page.goto("/account")
      await page.getByText("This device").waitFor()
      const ended = await page.request.post("/trpc/account.endAllSessions", {
        headers: { origin: url, "content-type": "application/json" },
      })
      expect(await ended.text()).toContain("result")
      await button(page, "Change name").click()
      await field(page, "Name").press("Enter")
      await page.getByText("You were signed out. Sign in to carry on.").waitFor()
      expect(await field(page, "E-mail").inputValue()).toBe(email)
      await page.reload()
      await field(page, "E-mail").waitFor()
      expect(await page.getByText("You were signed out.").count()).toBe(0)
    },
    TIMEOUT_MS,
  )

  test(
    "in one tab has ended in the others, which keep no address",
    async () => {
      const page = await openPage()
      await signUp(page)
      await page.goto("/account")
      const other = await page.context().newPage()
      await other.goto("/bookings")
      await other.getByRole("heading", { name: "My bookings" }).waitFor()
      await page.getByRole("button", { name: /menu$/ }).click()
      await page.getByRole("menuitem", { name: "Sign out" }).click()
      await other.waitForURL(/\/sign-in\?next=%2Fbookings$/)
      await field(other, "E-mail").waitFor()
      expect(await field(other, "E-mail").inputValue()).toBe("")
    },
    TIMEOUT_MS,
  )
})

describe("a language", () => {
  test(
    "that is chosen in the header is that of the account",
    async () => {
      const page = await openPage()
      await signUp(page)
      await page.goto("/account")
      await page.getByRole("radio", { name: "English", checked: true }).waitFor()
      const told = page.waitForResponse(/account\.update/)
      await button(page, "한국어").click()
      await page.getByRole("radio", { name: "한국어", checked: true }).waitFor()
      await told
      const answer = await page.request.get("/trpc/account.me?input=null")
      expect(await answer.json()).toMatchObject({ result: { data: { language: "ko" } } })
    },
    TIMEOUT_MS,
  )

  test(
    "that the account did not hear of is taken back",
    async () => {
      const page = await openPage()
      await signUp(page)
      await page.goto("/account")
      await page.route("**/trpc/account.update*", (route) => route.abort())
      await page.getByRole("radio", { name: "한국어" }).click()
      await page.getByText(UNREACHABLE).first().waitFor()
      await page.getByRole("radio", { name: "English", checked: true }).waitFor()
      await page.getByRole("heading", { level: 1, name: "My account" }).waitFor()
    },
    TIMEOUT_MS,
  )
})
