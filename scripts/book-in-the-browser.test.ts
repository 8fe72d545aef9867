import { afterAll, describe, expect, test } from "bun:test"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { mintPerformance, openTestStores } from "@podo/db/testing"
import { openBrowser, PHONE, seriousProblems, tabTo } from "./browser.ts"

const stores = await openTestStores()
const { defects, mailbox, signUp, openPage, close } = await openBrowser(stores)
afterAll(close)

const TIMEOUT_MS = 60_000

const pathOf = ({ eventId, performanceId }: { eventId: string; performanceId: string }) =>
  `/events/${eventId}/performances/${performanceId}`

describe("a person books a seat", () => {
  test(
    "with the keyboard alone, from the home page to the booking and back",
    async () => {
      const { performanceId, eventId } = await mintPerformance(stores, { capacity: 40 })
      const page = await openPage()
      await page.goto("/")
      await tabTo(page, /^Search/)
      await page.keyboard.type(eventId)
      await page
        .getByRole("link", { name: new RegExp(eventId) })
        .first()
        .waitFor()
      // The search has come to an end: no other card is left to land on.
      await page.getByText("Sign in to book").nth(1).waitFor({ state: "detached" })
      await tabTo(page, /Sign in to book/)
      await page.keyboard.press("Enter")

      await page.waitForURL(/sign-in/)
      await page.getByLabel("E-mail").waitFor()
      await tabTo(page, /^Sign up$/)
      await page.keyboard.press("Enter")
      await page.waitForURL(/sign-up/)
      await page.getByLabel("Name").waitFor()
      await tabTo(page, /^Name/)
      await page.keyboard.type("Visitor")
      await tabTo(page, /^E-mail/)
      await page.keyboard.type(`${eventId}@example.com`)
      await tabTo(page, /^Password/)
      await page.keyboard.type("correct horse battery")
      await page.keyboard.press("Enter")
      // The code has the focus already, and is sent with its last digit.
      await page.getByLabel("6-digit code").waitFor()
      await page.keyboard.type(await mailbox.awaitCode(`${eventId}@example.com`))

      await page.waitForURL(new RegExp(`/events/${eventId}`))
      await page
        .getByRole("link", { name: /40 left/ })
        .first()
        .waitFor()
      await tabTo(page, /40 left/)
      await page.keyboard.press("Enter")
      await page.waitForURL(/performances/)
      await page.getByRole("grid").waitFor()
      await tabTo(page, /seat 1\b/)
      await page.keyboard.press("Enter")
      await page.keyboard.press("ArrowRight")
      await page.keyboard.press("Space")
      await tabTo(page, /Hold these places/)
      await page.keyboard.press("Enter")
      await page.getByText("These places are yours").first().waitFor()
      expect(await seriousProblems(page)).toEqual([])
      await tabTo(page, /^Book$/)
      await page.keyboard.press("Enter")
      await page.getByRole("dialog").waitFor()
      await tabTo(page, /Book for ₩100,000/)
      await page.keyboard.press("Enter")
      await page.getByText("You are going!").waitFor()
      expect(await seriousProblems(page)).toEqual([])
      expect(await verifyPerformance(stores, performanceId)).toMatchObject({ sold: 2, drift: [] })

      await tabTo(page, /See my bookings/)
      await page.keyboard.press("Enter")
      await page.waitForURL(/bookings/)
      await tabTo(page, /Cancel booking/)
      await page.keyboard.press("Enter")
      await page.getByRole("alertdialog").or(page.getByRole("dialog")).waitFor()
      await tabTo(page, /Cancel the booking/)
      await page.keyboard.press("Enter")
      await page.getByText("Your booking is cancelled.").first().waitFor()
      expect(await verifyPerformance(stores, performanceId)).toMatchObject({ sold: 0, drift: [] })
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )

  test(
    "on a phone; and when a rival is faster, the rest stays selected",
    async () => {
      const minted = await mintPerformance(stores, { capacity: 40 })
      const [fan, rival] = [await openPage({ viewport: PHONE, hasTouch: true }), await openPage()]
      for (const page of [fan, rival]) {
        await signUp(page)
        await page.goto(pathOf(minted))
        await page.getByRole("grid").waitFor()
      }
      const seat = (page: typeof fan, number: number) =>
        page.getByRole("gridcell", { name: new RegExp(`row 1\\b.*seat ${number}\\b`, "i") })
      await seat(fan, 3).tap()
      await seat(fan, 4).tap()
      await seat(rival, 4).click()
      await rival.getByRole("button", { name: "Hold these places" }).click()
      await rival.getByText("These places are yours").first().waitFor()
      await fan.getByRole("button", { name: "Hold these places" }).tap()
      await fan
        .getByText(/somebody was faster/)
        .first()
        .waitFor()
      await fan.getByRole("button", { name: "Hold these places" }).tap()
      await fan.getByText("These places are yours").first().waitFor()
      await fan.reload()
      await fan.getByText("These places are yours").first().waitFor()
      await fan.getByRole("button", { name: "Book", exact: true }).tap()
      await fan
        .getByRole("dialog")
        .getByRole("button", { name: /Book for/ })
        .tap()
      await fan.getByText("You are going!").waitFor()
      const { sold, held, drift } = await verifyPerformance(stores, minted.performanceId)
      expect({ sold, held, drift }).toEqual({ sold: 1, held: 1, drift: [] })
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )
})

describe("a map that cannot be loaded", () => {
  test(
    "is an error with a retry, never an empty hall",
    async () => {
      const minted = await mintPerformance(stores, { capacity: 40 })
      const page = await openPage()
      await page.route("**/trpc/**availability**", (route) => route.fulfill({ status: 503 }))
      await page.goto(pathOf(minted))
      await page.getByRole("button", { name: "Try again" }).first().waitFor()
      expect(await page.getByRole("gridcell").count()).toBe(0)
      await page.unroute("**/trpc/**availability**")
      await page.getByRole("button", { name: "Try again" }).first().click()
      await page.getByRole("grid").waitFor()
    },
    TIMEOUT_MS,
  )
})
