import { afterAll, describe, expect, test } from "bun:test"
import { eventIdOf, performanceIdOf } from "@podo/db/demo-ids"
import { seed } from "@podo/db/seed"
import { demoPosterOf } from "@podo/posters/demo-poster"
import { openTestStores } from "@podo/stores/testing"
import type { BrowserContext } from "playwright-core"
import { DESKTOP, openBrowser, PHONE, seriousProblems } from "./browser.ts"
import { watchViolations } from "./violations.ts"

const stores = await openTestStores()
await seed(stores.db, demoPosterOf)
const { signUp, openPage, close } = await openBrowser(stores)
afterAll(close)

const pathOf = (event: string, show: number) =>
  `/events/${eventIdOf(event)}/performances/${performanceIdOf(event, show)}`

const pages = {
  "the home page": "/",
  "a filtered list": "/?category=festival&when=month&places=left",
  "an event": `/events/${eventIdOf("vineyard-ghost")}`,
  "a studio": pathOf("last-lighthouse", 4),
  "a theatre": pathOf("vineyard-ghost", 1),
  "a stadium": pathOf("galaxy-station", 1),
  "a standing day": pathOf("mulbit-forest", 0),
  "my bookings": "/bookings",
  "my account": "/account",
  "signing in": "/sign-in",
  "signing up": "/sign-up",
  "a new password": "/password",
  "a page that is not there": "/nowhere",
}

const ONLY_SIGNED_IN = new Set(["/bookings", "/account"])

const LOOKED_AT_ONCE = new Set([
  // Its 1,200 seats take axe longer than all other pages, and are the same on every screen.
  "a theatre",
  // These are looked at again where somebody goes through them on a desktop: from the first code to the last, to a
  // booking and back, through a festival's days.
  "my account",
  "my bookings",
  "signing in",
  "signing up",
  "a new password",
  "a filtered list",
  "a standing day",
  // As narrow on every screen.
  "a page that is not there",
])

async function openMember(open: () => Promise<BrowserContext>): Promise<BrowserContext> {
  const context = await open()
  await signUp(await context.newPage())
  return context
}

describe("axe finds no serious problem, and the browser nothing that the policy forbids,", () => {
  for (const [viewport, locale, colorScheme] of [
    [PHONE, "ko-KR", "dark"],
    [DESKTOP, "en-GB", "light"],
  ] as const) {
    // A page of its own for each look, in a browser that has loaded the rest before.
    const open = async () => (await openPage({ viewport, locale, colorScheme })).context()
    const asGuest = open()
    const asMember = openMember(open)
    for (const [name, path] of Object.entries(pages)) {
      if (viewport === DESKTOP && LOOKED_AT_ONCE.has(name)) continue
      test(`on ${name}, ${viewport.width} wide, ${locale}, ${colorScheme}`, async () => {
        const page = await (await (ONLY_SIGNED_IN.has(path) ? asMember : asGuest)).newPage()
        const violations = await watchViolations(page)
        await page.goto(path)
        await page.locator("main h1").first().waitFor()
        await page.locator("main [aria-busy=true]").waitFor({ state: "detached" })
        expect(violations).toEqual([])
        expect(await seriousProblems(page)).toEqual([])
        await page.close()
      }, 60_000)
    }
  }
})
