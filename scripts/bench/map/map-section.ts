import { readFileSync } from "node:fs"
import { migrateToLatest } from "@podo/db/migrate"
import { seed } from "@podo/db/seed"
import { openStores } from "@podo/db/stores"
import type { BrowserContextOptions, Page } from "playwright-core"
import { mouseHand, touchingHand, type Hand } from "./bench-map-gestures.ts"
import { countFrames, readFrames } from "./bench-map-frames.ts"
import { DESKTOP, openBrowser, PHONE } from "./browser.ts"
import { quantile } from "./measures.ts"
import { Problem, runOrExplain } from "./problem.ts"
import { prepareFound } from "./stores.ts"
import { startThrowAway } from "./stores-throwaway.ts"

const STADIUM = 50_000
/** One after the other: from the whole stadium to a seat the size of a fingertip. */
const ZOOMS = [2, 2, 1.6, 1.6, 1.6, 2]
const LOADS = 5

// The map of a stadium of 50,000 places in a real browser that draws without a graphics card: how long until it is
// there and answers, how much travels for it, and how long its frames take while it is moved by finger and by mouse.
await runOrExplain(async () => {
  const { stop, ...urls } = await startThrowAway(undefined, prepareFound)
  const stores = await openStores(urls, console.error)
  await migrateToLatest(stores.db)
  await seed(stores.db)
  const browser = await openBrowser(stores)
  const moving: BrowserContextOptions = { reducedMotion: "no-preference" }
  const path = await stadiumPath(await browser.openPage())
  const phone = { ...moving, viewport: PHONE, deviceScaleFactor: 3, hasTouch: true, isMobile: true }
  for (const [name, options] of [
    ["phone 390×844", phone],
    ["desktop 1440×900", { ...moving, viewport: DESKTOP }],
  ] as const) {
    console.log(`\n${name}`)
    const loads: number[] = []
    for (let load = 0; load < LOADS; load++) {
      const page = await browser.openPage(options)
      loads.push(await loadMs(page, path))
      if (load === 0) await printSizes(page)
      if (load === LOADS - 1) await printFrames(page, await handOn(page, "hasTouch" in options))
      await page.context().close()
    }
    const sorted = loads.toSorted((one, other) => one - other)
    const at = (share: number) => quantile(sorted, share).toFixed(0)
    console.log(
      `from navigation to a map that answers: median ${at(0.5)} ms, worst ${at(1)} ms of ${LOADS}`,
    )
  }
  console.log(`\nload of this machine's cores meanwhile: ${loadOfCores()}`)
  await browser.close()
  await stop()
  process.exit(0)
})

type Listed = { events: { eventId: string; capacity: number; saleState: string }[] }
type Detail = { performances: { performanceId: string; saleOpensAt: string }[] }

/** The demo's stadium, while its sale is open. */
async function stadiumPath(page: Page): Promise<string> {
  const ask = async <Answer>(procedure: string, input: object): Promise<Answer> => {
    const query = encodeURIComponent(JSON.stringify(input))
    const response = await page.request.get(`/trpc/${procedure}?input=${query}`)
    return ((await response.json()) as { result: { data: Answer } }).result.data
  }
  const { events } = await ask<Listed>("catalog.events", { limit: 50 })
  const found = events.find(({ capacity, saleState }) => {
    return capacity >= STADIUM && saleState === "open"
  })
  if (!found) throw new Problem("The demo has no stadium on sale.")
  const { performances } = await ask<Detail>("catalog.event", { eventId: found.eventId })
  const now = new Date().toISOString()
  const open = performances.find(({ saleOpensAt }) => saleOpensAt < now)
  return `/events/${found.eventId}/performances/${open?.performanceId}`
}

/** Until the map is painted and a press on the button beside it has moved it. */
async function loadMs(page: Page, path: string): Promise<number> {
  await page.addInitScript(countFrames)
  await page.addInitScript(answerOnce)
  await page.goto(path, { waitUntil: "commit" })
  const answered = await page.waitForFunction(() => {
    const { answeredAt } = window as unknown as { answeredAt?: number }
    return answeredAt
  })
  const ms = Number(await answered.jsonValue())
  await page.locator("canvas[data-k]").waitFor()
  await page.waitForFunction(() => document.querySelector("canvas")?.dataset["whole"] === "true")
  return ms
}

/** In the page: as soon as the map is there it is zoomed in; when it is seen to have moved, it has answered. */
function answerOnce() {
  const turnWheel = (canvas: HTMLCanvasElement, deltaY: number) =>
    canvas.dispatchEvent(
      new WheelEvent("wheel", { deltaY, ctrlKey: true, bubbles: true, cancelable: true }),
    )
  const look = () => {
    const canvas = document.querySelector<HTMLCanvasElement>("canvas[data-k]")
    if (canvas?.dataset["whole"] === "false") {
      Object.assign(window, { answeredAt: performance.now() })
      turnWheel(canvas, 50)
      return
    }
    if (canvas) turnWheel(canvas, -5)
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** What has travelled for the map, compressed as it did. */
async function printSizes(page: Page) {
  await page.waitForLoadState("load")
  const sizes = await page.evaluate(() =>
    performance.getEntriesByType("resource").map((entry) => {
      const { name, encodedBodySize, decodedBodySize } = entry as PerformanceResourceTiming
      return { name, encodedBodySize, decodedBodySize }
    }),
  )
  const scripts = sizes.filter(({ name }) => /\.(js|css)$/.test(name))
  const sum = scripts.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0)
  console.log(`scripts and styles: ${kilobytes(sum)} in ${scripts.length} files`)
  for (const { name, encodedBodySize, decodedBodySize } of sizes) {
    const procedures = /\/trpc\/([^?]*)/.exec(name)?.[1]
    if (!procedures?.includes("seating.")) continue
    console.log(`${procedures}: ${kilobytes(encodedBodySize)} (${kilobytes(decodedBodySize)} read)`)
  }
}

function kilobytes(bytes: number) {
  return `${(bytes / 1_000).toFixed(1)} kB`
}

async function handOn(page: Page, isTouched: boolean): Promise<Hand> {
  const map = page.locator("canvas[data-k]")
  const box = await map.boundingBox()
  if (!box) throw new Problem("The map is not on the screen.")
  // Off the middle, where the stadium has its floor and no seats.
  const middle = { x: box.x + box.width * 0.72, y: box.y + box.height * 0.5 }
  if (!isTouched) return mouseHand(map, middle)
  return touchingHand(await page.context().newCDPSession(page), middle)
}

async function printFrames(page: Page, hand: Hand) {
  await readFrames(page)
  for (const by of ZOOMS) {
    await hand.zoom(by)
    console.log(`zoom ${await told(page)}`)
    await hand.pan()
    console.log(`pan  ${await told(page)}`)
  }
}

async function told(page: Page): Promise<string> {
  const { betweenMs, paintMs, px, level } = await readFrames(page)
  const line = (numbers: number[]) => {
    const sorted = numbers.toSorted((one, other) => one - other)
    const at = (share: number) => quantile(sorted, share).toFixed(1).padStart(5)
    return `p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms`
  }
  const seats = `${level}, seats ${px.toFixed(1)} px apart`.padEnd(34)
  return `${seats} painting ${line(paintMs)}   frame to frame ${line(betweenMs)}   ${paintMs.length} frames`
}

function loadOfCores() {
  return readFileSync("/proc/loadavg", "utf8").split(" ")[0]
}
