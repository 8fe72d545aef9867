import { afterAll, describe, expect, test } from "bun:test"
import { mintPerformance } from "@podo/db/testing"
import { openTestStores } from "@podo/stores/testing"
import type { Page } from "playwright-core"
import { button, openBrowser } from "./browser.ts"
import { readAsList } from "./choosing.ts"
import { watchViolations } from "./violations.ts"

const stores = await openTestStores()
const { url, signUp, openPage, close } = await openBrowser(stores)
afterAll(close)

const TIMEOUT_MS = 60_000

async function openWatchedPage() {
  const page = await openPage()
  return { page, violations: await watchViolations(page) }
}

async function visit(page: Page, path: string) {
  await page.goto(path)
  await page.locator("main h1").first().waitFor()
  await page.locator("main [aria-busy=true]").waitFor({ state: "detached" })
}

// Each page by itself is watched where axe looks at it.
describe("the built page needs nothing that its policy forbids", () => {
  test(
    "in menus, dialogs and what pops up",
    async () => {
      const { performanceId, eventId } = await mintPerformance(stores)
      const { page, violations } = await openWatchedPage()
      await signUp(page)
      await visit(page, `/events/${eventId}/performances/${performanceId}`)
      for (const menu of await page.locator("[aria-haspopup=menu]").all()) {
        await menu.click()
        await page.getByRole("menu").waitFor()
        await page.keyboard.press("Escape")
        await page.getByRole("menu").waitFor({ state: "detached" })
      }
      await readAsList(page)
      await page.locator("button[data-place]").first().click()
      await button(page, "Hold these places").click()
      await button(page, "Book").click()
      await page.getByRole("dialog").waitFor()
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /^Book for/ })
        .click()
      await page.getByRole("dialog").waitFor({ state: "detached" })
      expect(violations).toEqual([])
      await page.context().close()
    },
    TIMEOUT_MS,
  )

  // Without this control the tests above would also pass if nothing was ever forbidden, or nobody told of it.
  test(
    "and what it forbids does not happen, and is told",
    async () => {
      const { page, violations } = await openWatchedPage()
      await visit(page, "/")
      const wasRun = await page.evaluate(() => {
        const script = document.createElement("script")
        script.textContent = "document.documentElement.dataset.ran = 'yes'"
        const style = document.createElement("style")
        style.textContent = "html { outline: 7px solid red }"
        document.head.append(script, style)
        const { outlineWidth } = getComputedStyle(document.documentElement)
        return [document.documentElement.dataset["ran"] === "yes", outlineWidth === "7px"]
      })
      expect(wasRun).toEqual([false, false])
      const frame = await page.evaluate(async () => {
        const inside = document.createElement("iframe")
        inside.src = "/sign-in"
        const loaded = new Promise((done) => inside.addEventListener("load", done))
        document.body.append(inside)
        await loaded
        return inside.contentDocument?.querySelector("#root") ?? null
      })
      expect(frame).toBeNull()
      expect(violations.some((what) => what.startsWith("script-src-elem inline"))).toBe(true)
      expect(violations.some((what) => what.startsWith("style-src-elem inline"))).toBe(true)
      await page.context().close()
    },
    TIMEOUT_MS,
  )
})

const DIGEST = "fedcba9876543210"
const RUNNING =
  "<svg xmlns='http://www.w3.org/2000/svg'><script>document.documentElement.setAttribute('data-ran', 'yes')</script></svg>"

describe("a poster that is opened by itself", () => {
  const hasRun = (page: Page) =>
    page.evaluate(() => document.documentElement.getAttribute("data-ran") === "yes")

  test(
    "runs no script, where the same drawing would run one",
    async () => {
      const { eventId } = await mintPerformance(stores)
      await stores.db
        .updateTable("eventPoster")
        .where("eventId", "=", eventId)
        .set({ content: Buffer.from(RUNNING), digest: DIGEST })
        .execute()
      const page = await openPage()
      await page.goto(`/posters/${eventId}-${DIGEST}.svg`)
      expect(await hasRun(page)).toBe(false)
      await page.route(`${url}/control.svg`, (route) =>
        route.fulfill({ contentType: "image/svg+xml", body: RUNNING }),
      )
      await page.goto("/control.svg")
      expect(await hasRun(page)).toBe(true)
      await page.context().close()
    },
    TIMEOUT_MS,
  )
})
