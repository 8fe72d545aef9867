import { afterAll, describe, expect, test } from "bun:test"
import { verifyPerformance } from "@podo/booking/verify-performance"
import { PerformanceId } from "@podo/contract/ids"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import type { Page } from "playwright-core"
import { button, openBrowser, PHONE, seriousProblems, tabTo } from "./browser.ts"

const stores = await openTestStores()
const { url, defects, signUp, openPage, close } = await openBrowser(stores)
afterAll(close)

const TIMEOUT_MS = 60_000
const CAPACITY = 100

type Day = { left: number; cancelled?: boolean; opensInMs?: number }

/** A festival in the middle of next month, at one in the afternoon in Seoul: one performance a day. */
async function mintFestival(days: Day[]) {
  const { db } = stores
  const minted = await mintPerformance(stores, { capacity: CAPACITY, standing: true })
  const row = await db
    .selectFrom("performance")
    .selectAll()
    .where("id", "=", minted.performanceId)
    .executeTakeFirstOrThrow()
  const areas = await db
    .selectFrom("performanceArea")
    .selectAll()
    .where("performanceId", "=", minted.performanceId)
    .execute()
  await db.deleteFrom("performanceArea").where("performanceId", "=", row.id).execute()
  await db.deleteFrom("performance").where("id", "=", row.id).execute()
  const ids = days.map(() => PerformanceId.parse(Bun.randomUUIDv7()))
  const now = new Date()
  const at = (day: number, hour: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 12 + day, hour))
  for (const [index, { left, cancelled, opensInMs }] of days.entries()) {
    const id = ids[index] ?? row.id
    const performance = {
      ...row,
      id,
      startsAt: at(index, 4),
      endsAt: at(index, 13),
      saleOpensAt: opensInMs === undefined ? row.saleOpensAt : new Date(Date.now() + opensInMs),
      saleClosesAt: at(index, 12),
      cancelledAt: cancelled ? now : null,
    }
    await db.insertInto("performance").values(performance).execute()
    await db
      .insertInto("performanceArea")
      .values(areas.map((area) => ({ ...area, performanceId: id })))
      .execute()
    await withhold(id, CAPACITY - left)
  }
  return { ...minted, ids }
}

/** Places of the house are not for sale, and take no bookings to make. */
async function withhold(performanceId: PerformanceId, count: number) {
  if (count === 0) return
  const places = Array.from({ length: count }, (_, place) => place)
  await stores.db
    .insertInto("soldPlace")
    .values(places.map((place) => ({ performanceId, place, bookingId: null })))
    .execute()
}

async function claimAsRival(data: object) {
  const rival = await openPage()
  await signUp(rival)
  const claimed = await rival.request.post("/trpc/seating.claim", {
    data,
    headers: { origin: url },
  })
  expect(claimed.ok()).toBe(true)
}

const day = (page: Page, state: string) => page.getByRole("button", { name: new RegExp(state) })

describe("a festival day", () => {
  test(
    "is picked and booked with the keyboard, as many as are left of it",
    async () => {
      const { eventId, area, ids } = await mintFestival([
        { left: 100 },
        { left: 0 },
        { left: 3 },
        { left: 100, cancelled: true },
      ])
      const page = await openPage()
      await signUp(page)
      await page.goto(`/events/${eventId}`)
      await day(page, "100 left").waitFor()
      expect(await day(page, "cancelled").isDisabled()).toBe(true)
      await tabTo(page, /100 left/)
      await page.keyboard.press("ArrowRight")
      await page.keyboard.press("Enter")
      await page.getByText("Nothing is free right now").waitFor()
      expect(await button(page, "Hold these places").count()).toBe(0)
      await page.getByText(/The nearest day with places is .* 3 left/).waitFor()
      expect(await seriousProblems(page)).toEqual([])

      await page.keyboard.press("ArrowRight")
      await page.keyboard.press("Enter")
      await page.waitForURL(/\?day=\d{4}-\d\d-14$/)
      await tabTo(page, /^One more in/)
      await page.keyboard.press("Enter")
      await page.keyboard.press("Enter")
      expect(await page.getByRole("button", { name: /^One more in/ }).isDisabled()).toBe(true)
      const performanceId = ids[2] ?? ids[0]
      if (performanceId === undefined) throw new Error("The festival has no such day.")
      await claimAsRival({ performanceId, area, quantity: 1 })
      await button(page, "Hold these places").press("Enter")
      await page.getByText("Only 2 left in this area.").waitFor()
      await tabTo(page, /^Hold 2 instead/)
      await page.keyboard.press("Enter")
      await page.getByText("These places are yours").first().waitFor()
      await tabTo(page, /^Book$/)
      await page.keyboard.press("Enter")
      await tabTo(page, /^Book for/)
      await page.keyboard.press("Enter")
      await page.getByText("You are going!").waitFor()
      expect(await verifyPerformance(stores, performanceId)).toMatchObject({ held: 1, drift: [] })
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )

  test(
    "opens on its own to the moment, also where the device's clock is wrong",
    async () => {
      const page = await openPage({ viewport: PHONE, timezoneId: "America/New_York" })
      await page.addInitScript(() => {
        const trueNow = Date.now.bind(Date)
        Date.now = () => trueNow() - 3 * 60_000
      })
      await signUp(page)
      const { eventId } = await mintFestival([{ left: 50, opensInMs: 4_000 }, { left: 100 }])
      await page.goto(`/events/${eventId}`)
      await day(page, "not on sale yet").click()
      await page.getByText("Opens in", { exact: true }).waitFor()
      expect(await page.getByText(/Seoul time/).count()).toBeGreaterThan(0)
      await button(page, "Hold these places").click({ timeout: 15_000 })
      await page.getByText("These places are yours").first().waitFor()
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )
})

describe("the list of events", () => {
  test(
    "keeps its conditions in the address, and takes a search literally",
    async () => {
      const word = Bun.randomUUIDv7().slice(-12)
      await mintPerformance(stores, { title: `${word} 100% live` })
      await mintPerformance(stores, { title: `${word} 100 live` })
      const page = await openPage()
      await page.goto("/")
      await button(page, "Concerts").click()
      await button(page, "Places left").click()
      await page.waitForURL(/\?category=concert&places=left$/)
      await page.reload()
      await page.getByRole("button", { name: "Places left", pressed: true }).waitFor()
      await page.goBack()
      await page.getByRole("button", { name: "Places left", pressed: false }).waitFor()

      await page.getByRole("searchbox").fill(`${word} 100%`)
      await page.waitForURL(/search=/)
      const cards = page.getByRole("main").getByRole("heading", { level: 3 })
      await cards.filter({ hasText: `${word} 100% live` }).waitFor()
      // The earlier content stays until the answer has come.
      await cards.nth(1).waitFor({ state: "detached" })
      expect(await cards.allTextContents()).toEqual([`${word} 100% live`])
      expect(await page.locator("mark").first().textContent()).toBe(`${word} 100%`)
      expect(await seriousProblems(page)).toEqual([])

      await page.getByRole("searchbox").fill(`${word} _`)
      await page.getByText("Nothing matches").waitFor()
      await page.getByRole("button", { name: `Remove “${word} _”` }).click()
      await page.waitForURL(/\?category=concert$/)
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )
})
