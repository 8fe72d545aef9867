import { afterAll, describe, expect, test } from "bun:test"
import { verifyPerformance } from "@podo/booking/verify-performance"
import type { PerformanceId } from "@podo/contract/ids"
import { mintPerformance, mintUserId } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import { openSale } from "@podo/desk/open-sale"
import { sealDraw } from "@podo/waiting-room/seal-draw"
import { enterRoom } from "@podo/waiting-room/enter-room"
import { leaveRoom } from "@podo/waiting-room/leave-room"
import { tickRoom } from "@podo/waiting-room/tick-room"
import { DESKTOP, button, openBrowser, PHONE, seriousProblems } from "./browser.ts"
import { readAsList, seatInList } from "./choosing.ts"

const stores = await openTestStores()
const { defects, signUp, openPage, close } = await openBrowser(stores)
afterAll(close)

const TIMEOUT_MS = 60_000
const HOUR_MS = 3_600_000

const pathOf = ({ eventId, performanceId }: { eventId: string; performanceId: string }) =>
  `/events/${eventId}/performances/${performanceId}`

const TICK_MS = 100

/** Lets people in again and again, as a worker does. Returns how to end it. */
function tickOn(performanceId: PerformanceId) {
  const tick = () => tickRoom(stores, performanceId).catch((error: unknown) => defects.push(error))
  const timer = setInterval(() => void tick(), TICK_MS)
  return () => clearInterval(timer)
}

describe("a room for one", () => {
  test(
    "lets the second in when the first has booked, and nobody has to reload",
    async () => {
      const minted = await mintPerformance(stores, { capacity: 20, room: { capacity: 1 } })
      const { performanceId } = minted
      const stop = tickOn(performanceId)
      const first = await openPage({ viewport: DESKTOP })
      await signUp(first)
      await first.goto(pathOf(minted))
      await first.getByText("It’s your turn!").waitFor()

      const between = mintUserId()
      await enterRoom(stores, between, { performanceId })
      const second = await openPage({ viewport: PHONE, colorScheme: "dark" })
      await signUp(second)
      await second.goto(pathOf(minted))
      await second.getByText("1 ahead of you", { exact: true }).waitFor()
      expect(await seriousProblems(second)).toEqual([])
      expect(await second.locator("canvas").count()).toBe(0)
      await leaveRoom(stores, between, { performanceId })
      await second.getByText("You are next").waitFor()

      // The second one's obstacle is the first one's admission, and nothing that a reload changes.
      await second.reload()
      await second.getByText("You are next").waitFor()

      await readAsList(first)
      await seatInList(first, 1, "1").click()
      await button(first, "Hold these places").click()
      await button(first, "Book").click()
      await first
        .getByRole("dialog")
        .getByRole("button", { name: /Book for/ })
        .click()
      await first.getByText("You are going!").waitFor()

      await second.getByText("It’s your turn!").waitFor()
      await readAsList(second)
      await seatInList(second, 3, "1").click()
      await button(second, "Hold these places").click()
      await second.getByText("These places are yours").first().waitFor()
      stop()
      expect((await verifyPerformance(stores, performanceId)).drift).toEqual([])
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )
})

describe("a draw", () => {
  test(
    "shows its hash before the opening, and after it the page finds its own place right",
    async () => {
      const minted = await mintPerformance(stores, {
        saleOpensInMs: HOUR_MS,
        room: { hasDraw: true, paused: true },
      })
      const { performanceId } = minted
      const others = Array.from({ length: 40 }, mintUserId)
      for (const user of others) await enterRoom(stores, user, { performanceId })
      const page = await openPage({ viewport: PHONE })
      await signUp(page)
      await page.goto(pathOf(minted))
      await page.getByText("You are in the waiting room").waitFor()
      const why = page.getByText("Why can I trust the draw?")
      const hash = page.getByText(/^[0-9a-f]{64}$/).first()
      await why.click()
      const told = await hash.textContent()
      expect(await seriousProblems(page)).toEqual([])

      await openSale(stores, { userId: mintUserId(), roles: ["admin"] }, { performanceId })
      await sealDraw(stores, performanceId)
      const stop = tickOn(performanceId)
      await page
        .getByText(/ahead of you|You are next/)
        .first()
        .waitFor()
      await why.click()
      await button(page, "Check my place").click()
      await page.getByText(/^Right\. You drew place \d+ of 41,/).waitFor()
      expect(await hash.textContent()).toBe(told)
      stop()
      expect(defects).toEqual([])
    },
    TIMEOUT_MS,
  )
})
