import { afterAll, describe, expect, test } from "bun:test"
import { openTestStores } from "@podo/stores/testing"
import type { Page } from "playwright-core"
import { anotherCode, button, field, link, openBrowser } from "./browser.ts"

const stores = await openTestStores()
const { defects, mailbox, signUp, openPage, close } = await openBrowser(stores)
afterAll(close)

const TIMEOUT_MS = 60_000
const PASSWORD = "correct horse battery"
const CODE = "6-digit code"
const WRONG_CREDENTIALS = "The e-mail or the password is wrong."
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"

async function askForCode(page: Page, email: string) {
  await page.goto("/sign-up?next=%2Fbookings")
  await field(page, "Name").fill("Ada")
  await field(page, "E-mail").fill(email)
  await field(page, "Password").fill(PASSWORD)
  await button(page, "Send me a code").click()
  await field(page, CODE).waitFor()
}

describe("a mailed code", () => {
  test(
    "is replaced by another when it is used up, and goes in with spaces",
    async () => {
      const email = `${Bun.randomUUIDv7()}@example.com`
      const page = await openPage()
      await askForCode(page, email)
      const wrong = anotherCode(await mailbox.awaitCode(email))
      const buttonTop = async () => (await button(page, "Create account").boundingBox())?.y
      const top = await buttonTop()
      for (const sentence of [/4 tries/, /3 tries/, /2 tries/, /One try/, /Too many wrong codes/]) {
        await field(page, CODE).fill("")
        await field(page, CODE).fill(wrong)
        await page.getByRole("alert").filter({ hasText: sentence }).waitFor()
        expect(await buttonTop()).toBe(top)
      }
      await button(page, "Send a new code").click()
      await page.getByText("A new code is on its way").waitFor()
      const code = await mailbox.awaitCode(email, 2)
      await field(page, CODE).fill(`${code.slice(0, 3)} ${code.slice(3)}`)
      await page.getByRole("heading", { name: "My bookings" }).waitFor()
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )

  test(
    "leads to signing in when somebody was faster with this e-mail",
    async () => {
      const email = `${Bun.randomUUIDv7()}@example.com`
      const [first, second] = [await openPage(), await openPage()]
      await askForCode(first, email)
      const firstCode = await mailbox.awaitCode(email)
      await askForCode(second, email)
      const secondCode = await mailbox.awaitCode(email, 2)
      await field(first, CODE).fill(firstCode)
      await first.getByRole("heading", { name: "My bookings" }).waitFor()
      await field(second, CODE).fill(secondCode)
      await second.getByRole("alert").getByRole("link", { name: "Sign in" }).click()
      await second.getByRole("heading", { name: "Sign in" }).waitFor()
      expect(await field(second, "E-mail").inputValue()).toBe(email)
    },
    TIMEOUT_MS,
  )

  test(
    "can go to another e-mail, with nothing else to type again",
    async () => {
      const page = await openPage()
      await askForCode(page, "slip@example.com")
      await button(page, "Change the e-mail address").click()
      expect(await field(page, "Name").inputValue()).toBe("Ada")
      expect(await field(page, "Password").inputValue()).toBe(PASSWORD)
      const email = `${Bun.randomUUIDv7()}@example.com`
      await field(page, "E-mail").fill(email)
      await button(page, "Send me a code").click()
      await field(page, CODE).fill(await mailbox.awaitCode(email))
      await page.getByRole("heading", { name: "My bookings" }).waitFor()
    },
    TIMEOUT_MS,
  )
})

describe("a code that the server knows no more", () => {
  test(
    "leads back to the form, which has kept what it may",
    async () => {
      const email = `${Bun.randomUUIDv7()}@example.com`
      const page = await openPage()
      await askForCode(page, email)
      await page.evaluate(forgetfully, Bun.randomUUIDv7())
      await page.reload()
      await button(page, "Send a new code").click()
      await page.getByText("please ask for a code again").waitFor()
      expect(await field(page, "Name").inputValue()).toBe("Ada")
      expect(await field(page, "E-mail").inputValue()).toBe(email)
      expect(await field(page, "Password").inputValue()).toBe("")
      await page.getByText("Only the password has to be typed again.").waitFor()
      await page.reload()
      expect(await field(page, "Name").inputValue()).toBe("Ada")
    },
    TIMEOUT_MS,
  )
})

/** As if it had been asked for a while ago, and been forgotten by the server. */
function forgetfully(codeId: string) {
  const kept = JSON.parse(sessionStorage.getItem("podo.code.sign-up") ?? "{}") as object
  const sentAtMs = Date.now() - 20 * 60_000
  sessionStorage.setItem("podo.code.sign-up", JSON.stringify({ ...kept, codeId, sentAtMs }))
}

describe("signing in", () => {
  test(
    "says why Google led nowhere, once, and keeps the way back",
    async () => {
      const page = await openPage()
      await page.goto("/sign-in?next=%2Fbookings&error=access_denied")
      await page.getByText("You cancelled signing in with Google.").waitFor()
      await page.waitForURL(/\/sign-in\?next=%2Fbookings$/)
      await page.goto("/sign-in?error=anything%20else")
      await page.getByText("Signing in with Google failed.").waitFor()
    },
    TIMEOUT_MS,
  )

  test(
    "after too many tries says when to come back, and leads on at once",
    async () => {
      const email = `${Bun.randomUUIDv7()}@example.com`
      const page = await openPage()
      await page.goto("/sign-in?next=%2Fbookings")
      const tooMany = page.getByText(/Try again in 15 minutes/)
      const wrong = page.getByText(WRONG_CREDENTIALS)
      await field(page, "E-mail").fill(email)
      for (let tries = 0; tries <= 10; tries++) {
        await field(page, "Password").fill(`wrong ${tries}`)
        const answered = page.waitForResponse(/account\.signIn/)
        await field(page, "Password").press("Enter")
        await answered
        await (tries < 10 ? wrong : tooMany).waitFor()
      }
      expect(await field(page, "Password").inputValue()).toBe("wrong 10")
      await link(page, "Set a new password instead").click()
      await page.waitForURL(/\/password\?next=%2Fbookings/)
      expect(await field(page, "E-mail").inputValue()).toBe(email)
    },
    TIMEOUT_MS,
  )
})

describe("a device that signed itself out", () => {
  test(
    "just leaves the list of who still sees it there",
    async () => {
      const page = await openPage()
      const { email, password } = await signUp(page)
      const other = await openPage({ userAgent: FIREFOX })
      await other.goto("/account")
      await field(other, "E-mail").fill(email)
      await field(other, "Password").fill(password)
      await button(other, "Sign in").click()
      await other.getByText("This device").waitFor()
      await page.goto("/account")
      await button(page, "Sign out of Firefox, Windows").waitFor()
      await other.getByRole("button", { name: /menu$/ }).click()
      await other.getByRole("menuitem", { name: "Sign out" }).click()
      await other.waitForURL(/\/$/)
      await button(page, "Sign out of Firefox, Windows").click()
      await page.getByText("Firefox, Windows is signed out.").first().waitFor()
      await button(page, "Sign out of Firefox, Windows").waitFor({ state: "detached" })
    },
    TIMEOUT_MS,
  )
})
