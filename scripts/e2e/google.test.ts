import { afterAll, describe, expect, test } from "bun:test"
import { type OpenIdProvider, openProvider } from "@podo/accounts/testing"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import type { Page } from "playwright-core"
import { openBrowser, PHONE, seriousProblems } from "./browser.ts"

const stores = await openTestStores()
let provider: OpenIdProvider | undefined
const { url, defects, openPage, close } = await openBrowser(stores, async (origin) => {
  provider = await openProvider(`${origin}/api/auth/callback/google`)
  return { google: provider.settings }
})
afterAll(async () => {
  await close()
  await provider?.close()
})

const TIMEOUT_MS = 60_000

const ko = {
  locale: "ko-KR",
  button: "Google로 계속하기",
  interrupted: /중간에 끊겼어요/,
}
const en = {
  locale: "en-GB",
  button: "Continue with Google",
  cancelled: /You cancelled signing in with Google/,
}

function newSubject() {
  const subject = crypto.randomUUID()
  const email = `${subject}@example.com`
  provider?.profiles.set(subject, { email, email_verified: true, name: "Fan" })
  return { subject, email }
}

/** Presses the button, and stands before the provider's own page. */
async function leave(page: Page, button: string) {
  await page.getByRole("button", { name: button }).click()
  await page.getByRole("heading", { name: "Who are you?" }).waitFor()
  expect(new URL(page.url()).origin).toBe(new URL(provider?.settings.issuer ?? "").origin)
}

async function continueAs(page: Page, subject: string) {
  await page.getByLabel("Subject").fill(subject)
  await page.getByRole("button", { name: "Continue" }).click()
}

async function me(page: Page) {
  const answer = await page.request.get(`${url}/trpc/account.me?input=null`)
  return ((await answer.json()) as { result: { data: unknown } }).result.data
}

describe("with Google", () => {
  test(
    "a person signs in, and is back where they were",
    async () => {
      const { eventId } = await mintPerformance(stores)
      const { subject, email } = newSubject()
      const page = await openPage({ locale: ko.locale, viewport: PHONE })
      const next = `/events/${eventId}`
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
      await page.getByRole("button", { name: ko.button }).waitFor()
      expect(await seriousProblems(page)).toEqual([])
      await leave(page, ko.button)
      await continueAs(page, subject)
      await page.waitForURL(`${url}${next}`)
      expect(await me(page)).toMatchObject({ email, name: "Fan", language: "ko" })
      // A person who is signed in finds nothing to do on the page that they came from.
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
      await page.waitForURL(`${url}${next}`)
    },
    TIMEOUT_MS,
  )

  test(
    "a person who says no there is told so, and can still say yes",
    async () => {
      const { subject, email } = newSubject()
      const page = await openPage({ locale: en.locale })
      await page.goto("/sign-in?next=%2Fbookings")
      await leave(page, en.button)
      await page.getByRole("button", { name: "Cancel" }).click()
      await page.getByText(en.cancelled).waitFor()
      expect(new URL(page.url()).pathname).toBe("/sign-in")
      expect(await me(page)).toBeNull()
      expect(await seriousProblems(page)).toEqual([])
      await leave(page, en.button)
      await continueAs(page, subject)
      await page.waitForURL(`${url}/bookings`)
      expect(await me(page)).toMatchObject({ email, language: "en" })
    },
    TIMEOUT_MS,
  )

  test(
    "a link that somebody else began signs nobody in",
    async () => {
      const stranger = await openPage({ locale: ko.locale })
      const setOff = await stranger.request.post("/api/auth/sign-in/social", {
        data: { provider: "google" },
        headers: { origin: url },
      })
      const way = (await setOff.json()) as { url: string }
      const back = await provider?.logIn(way.url, newSubject().subject)
      const page = await openPage({ locale: ko.locale })
      await page.goto(back ?? "")
      await page.getByText(ko.interrupted).waitFor()
      expect(await me(page)).toBeNull()
    },
    TIMEOUT_MS,
  )
})

test("nothing went wrong on the way", () => {
  expect(defects).toEqual([])
})
