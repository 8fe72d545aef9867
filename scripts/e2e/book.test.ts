import { afterAll, describe, expect, test } from "bun:test"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { claimPlaces } from "@podo/seating/claim-places"
import { readPlan } from "@podo/seating/read-plan"
import { button, openBrowser, PHONE, seriousProblems, tabTo } from "./browser.ts"
import { onScreen, readAsList, seatInList } from "./choosing.ts"
import { openTcpProxy } from "../stores/tcp-proxy.ts"

const stores = await openTestStores()
const proxy = await openTcpProxy()
const { defects, mailbox, signUp, openPage, close } = await openBrowser(stores, (url) => {
  proxy.leadTo(url)
  return Promise.resolve({ allowedOrigins: [proxy.url] })
})
afterAll(async () => {
  await close()
  proxy.close()
})

const TIMEOUT_MS = 60_000

const pathOf = ({ eventId, performanceId }: { eventId: string; performanceId: string }) =>
  `/events/${eventId}/performances/${performanceId}`

describe("a person books a seat", () => {
  test(
    "with the keyboard alone, from the home page through sections and seats to the booking and back",
    async () => {
      const wishes = { capacity: 40, areas: 2 }
      const { performanceId, eventId } = await mintPerformance(stores, wishes)
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
      await page.locator("canvas[data-k]").waitFor()
      await tabTo(page, /^Map$/)
      await page.keyboard.press("ArrowRight")
      await tabTo(page, /^Area 2.*20 seats left/)
      await page.keyboard.press("Enter")
      // The text for a screen reader about the section that was opened, and a seat in it.
      const section = page.getByRole("region", { name: "Area 2", exact: true })
      expect(await section.ariaSnapshot()).toMatch(
        /heading "Row .*\n[^]*button "Row \w+, seat 1, ₩50,000, Available"/,
      )
      await tabTo(page, /seat 1\b/)
      await page.keyboard.press("Enter")
      await page.keyboard.press("ArrowRight")
      await page.keyboard.press("Space")
      await tabTo(page, /^Go to your selection$/)
      await page.keyboard.press("Enter")
      expect(await page.getByRole("complementary").evaluate((it) => it.matches(":focus"))).toBe(
        true,
      )
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
    "on a phone; and when a rival is faster, sees it at once and takes the seat beside it",
    async () => {
      const minted = await mintPerformance(stores, { capacity: 40 })
      const [fan, rival] = [await openPage({ viewport: PHONE, hasTouch: true }), await openPage()]
      for (const page of [fan, rival]) {
        await signUp(page)
        await page.goto(pathOf(minted))
        await page.locator("canvas[data-k]").waitFor()
      }
      const { performanceId } = minted
      const { plan } = await readPlan(stores, { performanceId, seats: true })
      for (const seat of plan.seats.slice(2, 4)) {
        const { x, y } = await onScreen(fan, seat)
        await fan.touchscreen.tap(x, y)
      }
      await fan.getByText("₩100,000").first().waitFor()
      await readAsList(rival)
      await seatInList(rival, 4, "1").click()
      await button(rival, "Hold these places").click()
      await rival.getByText("These places are yours").first().waitFor()
      // The news came by themselves: nothing was pressed here.
      const instead = fan.getByRole("button", { name: /^Take .*seat \d+/ })
      await instead.waitFor()
      expect(await seriousProblems(fan)).toEqual([])
      await instead.tap()
      await button(fan, "Hold these places").tap()
      await fan.getByText("These places are yours").first().waitFor()
      await fan.reload()
      await fan.getByText("These places are yours").first().waitFor()
      await button(fan, "Book").tap()
      await fan
        .getByRole("dialog")
        .getByRole("button", { name: /Book for/ })
        .tap()
      await fan.getByText("You are going!").waitFor()
      const { sold, held, drift } = await verifyPerformance(stores, minted.performanceId)
      expect({ sold, held, drift }).toEqual({ sold: 2, held: 1, drift: [] })
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )

  test(
    "on two devices: what is held on one is held on the other, given more time and given back",
    async () => {
      const minted = await mintPerformance(stores, { capacity: 40 })
      const phone = await openPage({ viewport: PHONE, hasTouch: true })
      await signUp(phone)
      const laptop = await phone.context().newPage()
      for (const page of [phone, laptop]) {
        await page.goto(pathOf(minted))
        await page.locator("canvas[data-k]").waitFor()
      }
      await button(phone, "Find good seats").tap()
      for (const page of [phone, laptop]) await button(page, "Need more time").waitFor()
      await button(laptop, "Need more time").click()
      for (const page of [phone, laptop]) {
        await page
          .getByText(/extended once/)
          .first()
          .waitFor()
      }
      expect(await seriousProblems(phone)).toEqual([])
      await laptop.getByRole("button", { name: /^(Choose again|Give back)$/ }).click()
      await button(phone, "Need more time").waitFor({ state: "detached" })
      await phone.getByText(/no longer held/).waitFor()
      await button(phone, "Hold these places").waitFor()
      // A person who gives something back need not be told.
      expect(await laptop.getByText(/no longer held/).count()).toBe(0)
      const { sold, held, drift } = await verifyPerformance(stores, minted.performanceId)
      expect({ sold, held, drift }).toEqual({ sold: 0, held: 0, drift: [] })
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )
})

describe("the live news", () => {
  test(
    "is caught up with after a time without a connection",
    async () => {
      const minted = await mintPerformance(stores, { capacity: 40 })
      const { performanceId } = minted
      const page = await openPage({ baseURL: proxy.url })
      await page.goto(`${proxy.url}${pathOf(minted)}`)
      await readAsList(page)
      await button(page, "Show taken seats too").click()
      const heldSeat = (number: number) =>
        seatInList(page, number, "1").and(page.locator("[aria-disabled=true]"))
      const [one, other] = [mintUserId(), mintUserId()]
      await claimPlaces(stores, one, { performanceId, places: [0] })
      await heldSeat(1).waitFor()
      proxy.cut()
      await claimPlaces(stores, other, { performanceId, places: [1, 2] })
      proxy.mend()
      for (const number of [2, 3]) await heldSeat(number).waitFor()
      expect(await heldSeat(4).count()).toBe(0)
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
      expect(await page.locator("canvas").count()).toBe(0)
      await page.unroute("**/trpc/**availability**")
      await page.getByRole("button", { name: "Try again" }).first().click()
      await page.locator("canvas[data-k]").waitFor()
    },
    TIMEOUT_MS,
  )
})
