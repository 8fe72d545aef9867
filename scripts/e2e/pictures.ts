import { join } from "node:path"
import { mintSessions } from "@podo/accounts/mint-sessions"
import { mintSignInLink } from "@podo/accounts/sign-in-links"
import type { PerformanceId } from "@podo/contract/ids"
import { migrateToLatest } from "@podo/db/migrate"
import { seed } from "@podo/db/seed"
import { mintUserId } from "@podo/db/testing"
import { demoPosterOf } from "@podo/posters/demo-poster"
import { closeStores, openStores, type Stores } from "@podo/stores/stores"
import { enterRoom } from "@podo/waiting-room/enter-room"
import { tickRoom } from "@podo/waiting-room/tick-room"
import type { Page } from "playwright-core"
import sharp from "sharp"
import { sellOut } from "../crowd/sale-crowd.ts"
import { connectApi } from "../operate/api-client.ts"
import { ROOT } from "../run/env.ts"
import { Problem } from "../run/problem.ts"
import { prepareFound } from "../stores/stores.ts"
import { startThrowAway } from "../stores/throw-away.ts"
import { button, DESKTOP, openBrowser } from "./browser.ts"
import { onScreen } from "./choosing.ts"
import { openMovingPicture } from "./moving-picture.ts"
import { listPerformances, setOpened } from "./pictures.queries.ts"

const PHONE = {
  viewport: { width: 390, height: 760 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
}
const THEMES = ["light", "dark"] as const
const QUALITY = 80
const HOUR_MS = 3_600_000
const REST_MS = 600
const TICKS = 40
const TICK_MS = 500

/** The README's pictures, into a folder. */
export async function takePictures(out = join(ROOT, ".github")) {
  const { stop, ...urls } = await startThrowAway(undefined, prepareFound)
  const stores = await openStores(urls, console.error)
  await migrateToLatest(stores.db)
  await seed(stores.db, demoPosterOf)
  const browser = await openBrowser(stores, () => Promise.resolve({ hasSignInLinks: true }))
  const studio = { stores, browser, out }
  try {
    await takePhone(studio)
    await takeWaitingRoom(studio)
    await takeDesk(studio)
  } finally {
    await browser.close()
    await closeStores(stores)
    await stop()
  }
}

type Studio = {
  stores: Stores
  browser: Awaited<ReturnType<typeof openBrowser>>
  out: string
}

const MUSICAL = "The Ghost of the Vineyard"
const FINAL = "Starcluster League – The Final"

async function performanceOf({ stores }: Studio, englishTitle: string, index = 0) {
  const performance = (await listPerformances(stores.db, englishTitle))[index]
  if (!performance) throw new Problem(`The demo has no "${englishTitle}".`)
  return performance
}

/** From a search to a booking, with one thumb. */
async function takePhone(studio: Studio) {
  const { browser, out } = studio
  const { performanceId, eventId } = await performanceOf(studio, MUSICAL)
  const page = await browser.openPage({ ...PHONE, colorScheme: "light" })
  await browser.signUp(page)
  const picture = openMovingPicture(page)

  await page.goto("/")
  await page
    .getByRole("link", { name: new RegExp(MUSICAL) })
    .first()
    .waitFor()
  await settle(page)
  await picture.still(1_100)
  const search = page.getByRole("searchbox")
  for (const typed of ["vin", "vineyard"]) {
    await search.fill(typed)
    await page.waitForTimeout(500)
    await picture.still(350)
  }
  const card = page.getByRole("link", { name: new RegExp(MUSICAL) }).first()
  await card.scrollIntoViewIfNeeded()
  await settle(page)
  await picture.still(900)
  await picture.touch(await middleOf(card))
  await page.goto(`/events/${eventId}`)
  await page.getByRole("heading", { name: MUSICAL }).first().waitFor()
  await settle(page)
  await picture.still(1_300)

  await page.goto(`/events/${eventId}/performances/${performanceId}`)
  await page.locator("canvas[data-k]").waitFor()
  await settle(page)
  await picture.still(1_300)
  await chooseSeats(page, picture, studio, performanceId)

  const hold = button(page, "Hold these places")
  await picture.touch(await middleOf(hold))
  await hold.tap()
  const book = button(page, "Book")
  await book.waitFor()
  await settle(page)
  await picture.still(1_500)
  await picture.touch(await middleOf(book))
  await book.tap()
  const submit = page.getByRole("button", { name: /^Book for/ })
  await submit.waitFor()
  await settle(page)
  await picture.still(1_500)
  await picture.touch(await middleOf(submit))
  await submit.tap()
  await page.getByRole("heading", { name: "You are going!" }).first().waitFor()
  await settle(page)
  await picture.still(2_600)
  const bytes = await picture.write(join(out, "phone.webp"))
  console.log(`phone.webp: ${Math.round(bytes / 1000)} kB`)
  await page.context().close()
}

/** Two open seats beside each other, in the middle of the stalls. */
async function chooseSeats(
  page: Page,
  picture: ReturnType<typeof openMovingPicture>,
  { browser }: Studio,
  performanceId: PerformanceId,
) {
  const api = connectApi(browser.url, "")
  const { seats } = await api.seating.plan.query({ performanceId })
  const { places } = await api.seating.availability.query({ performanceId })
  const pairs = seats.flatMap((seat, at) => {
    const next = seats[at + 1]
    const isPair = next?.row === seat.row && next.number === seat.number + 1
    const areOpen = places[seat.place] === "." && places[seat.place + 1] === "."
    return next && isPair && areOpen && !seat.accessible && !next.accessible
      ? [[seat, next] as const]
      : []
  })
  const middle = seats.reduce((sum, { x }) => sum + x, 0) / seats.length
  const away = ([{ x }]: (typeof pairs)[number]) => Math.abs(x - middle)
  const [one, other] = pairs.toSorted((a, b) => away(a) - away(b))[0] ?? []
  if (!one || !other) throw new Problem("No two seats beside each other are open.")
  const first = await onScreen(page, one)
  await picture.touch(first)
  await page.touchscreen.tap(first.x, first.y)
  await page.waitForTimeout(900)
  await picture.still(900)
  for (const seat of [one, other]) {
    const spot = await onScreen(page, seat)
    await picture.touch(spot)
    await page.touchscreen.tap(spot.x, spot.y)
    await page.waitForTimeout(400)
    await picture.still(700)
  }
}

/** In line for a stadium, with some hundreds ahead. */
async function takeWaitingRoom(studio: Studio) {
  const { stores, browser, out } = studio
  const { performanceId, eventId } = await performanceOf(studio, FINAL)
  await setOpened(stores.db, performanceId, HOUR_MS)
  const enter = () => enterRoom(stores, mintUserId(), { performanceId })
  for (let turn = 0; turn < 20; turn++) await Promise.all(Array.from({ length: 33 }, enter))
  const page = await browser.openPage({ ...PHONE, viewport: { width: 620, height: 560 } })
  await browser.signUp(page)
  // How long the wait is can be told once some have been let in.
  for (let tick = 0; tick < TICKS; tick++) {
    await tickRoom(stores, performanceId)
    await Bun.sleep(TICK_MS)
  }
  const path = `/events/${eventId}/performances/${performanceId}`
  await page.goto(path)
  await page.getByText(/ahead/).first().waitFor()
  for (let turn = 0; turn < 6; turn++) await Promise.all(Array.from({ length: 33 }, enter))
  await takeInThemes(page, path, /ahead/, join(out, "waiting-room"))
}

/** A performance that a crowd buys at this moment, as its organizer sees it. */
async function takeDesk(studio: Studio) {
  const { stores, browser, out } = studio
  const { performanceId, organizerId } = await performanceOf(studio, MUSICAL, 1)
  const sessions = await mintSessions(stores.db, 36)
  const crowd = sessions.map(({ token }) => connectApi(browser.url, token))
  await sellOut({ crowd, performanceId, seats: 2, seed: 1 })
  const page = await browser.openPage({ viewport: DESKTOP, deviceScaleFactor: 1 })
  await page.goto(`/dev/sign-in/${await mintSignInLink(stores.redis, organizerId)}`)
  await takeInThemes(page, `/desk/performances/${performanceId}`, /Sold/, join(out, "desk"))
}

async function takeInThemes(page: Page, path: string, awaited: RegExp, name: string) {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    await page.goto(path)
    await page.getByText(awaited).first().waitFor()
    await settle(page)
    const png = await page.screenshot()
    const { size } = await sharp(png)
      .webp({ quality: QUALITY })
      .toFile(`${name}-${colorScheme}.webp`)
    console.log(`${name}-${colorScheme}.webp: ${Math.round(size / 1000)} kB`)
  }
  await page.context().close()
}

/** Until fonts and the pictures on the screen are there, and what moves has come to rest. */
async function settle(page: Page) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForFunction(() =>
    [...document.images]
      .filter((image) => {
        const { top, bottom, left, right } = image.getBoundingClientRect()
        return top < innerHeight && bottom > 0 && left < innerWidth && right > 0
      })
      .every((image) => image.complete),
  )
  await page.waitForTimeout(REST_MS)
}

async function middleOf(locator: ReturnType<Page["locator"]>) {
  const box = await locator.boundingBox()
  if (!box) throw new Problem("Something to be touched is not on the screen.")
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
