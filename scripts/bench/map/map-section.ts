import { hallPlans } from "@podo/db/demo-halls"
import { seed } from "@podo/db/seed"
import { demoPosterOf } from "@podo/posters/demo-poster"
import type { BrowserContextOptions, Page } from "playwright-core"
import { DESKTOP, openBrowser, PHONE } from "../../e2e/browser.ts"
import { quantile } from "../../crowd/measures.ts"
import { Problem } from "../../run/problem.ts"
import type { Bench } from "../bench.ts"
import { ascending } from "../numbers.ts"
import type { Finding, Section } from "../section.ts"
import { countFrames, readFrames } from "./frames.ts"
import { type Hand, mouseHand, touchingHand } from "./gestures.ts"
import { findOnSale } from "./stadium.queries.ts"

/** One after the other: from the whole stadium to a seat the size of a fingertip. */
const ZOOMS = [2, 2, 1.6, 1.6, 1.6, 2]
const LOADS = 5

async function run(bench: Bench): Promise<Finding> {
  const { stores } = bench
  const { quick } = bench.scale
  await seed(stores.db, demoPosterOf)
  const browser = await openBrowser(stores)
  const moving: BrowserContextOptions = { reducedMotion: "no-preference" }
  const path = await stadiumPath(bench)
  const phone = { ...moving, viewport: PHONE, deviceScaleFactor: 3, hasTouch: true, isMobile: true }
  const finding: Required<Finding> = { rows: [], lines: [], shown: [], bars: [] }
  for (const [name, options] of [
    ["phone 390×844", phone],
    ["desktop 1440×900", { ...moving, viewport: DESKTOP }],
  ] as const) {
    const loads: number[] = []
    const count = quick ? 1 : LOADS
    for (let load = 0; load < count; load++) {
      const page = await browser.openPage(options)
      loads.push(await loadMs(page, path))
      if (load === 0) finding.lines.push(`${name}: ${await toldSizes(page)}`)
      if (load === count - 1) {
        const hand = await handOn(page, "hasTouch" in options)
        const zooms = quick ? ZOOMS.slice(0, 1) : ZOOMS
        finding.lines.push(...(await toldFrames(page, hand, zooms)).map((one) => `${name}: ${one}`))
      }
      await page.context().close()
    }
    const sorted = loads.toSorted(ascending)
    finding.shown.push({
      says: `from navigation to a map of 50,000 that answers, ${name}, median of ${count}`,
      value: quantile(sorted, 0.5),
      unit: "ms",
    })
  }
  await browser.close()
  return finding
}

/** The demo's stadium, while its sale is open. */
async function stadiumPath({ stores }: Bench): Promise<string> {
  const stadium = hallPlans.find(({ key }) => key === "stadium")
  const found = stadium && (await findOnSale(stores.db, stadium.hallId))
  if (!found) throw new Problem("The demo has no stadium on sale.")
  return `/events/${found.eventId}/performances/${found.performanceId}`
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

/** The bytes that have travelled for the map, compressed as they did. */
async function toldSizes(page: Page): Promise<string> {
  await page.waitForLoadState("load")
  const sizes = await page.evaluate(() =>
    performance.getEntriesByType("resource").map((entry) => {
      const { name, encodedBodySize, decodedBodySize } = entry as PerformanceResourceTiming
      return { name, encodedBodySize, decodedBodySize }
    }),
  )
  const scripts = sizes.filter(({ name }) => /\.(js|css)$/.test(name))
  const sum = scripts.reduce((total, { encodedBodySize }) => total + encodedBodySize, 0)
  const answers = sizes.flatMap(({ name, encodedBodySize, decodedBodySize }) => {
    const procedures = /\/trpc\/([^?]*)/.exec(name)?.[1]
    if (!procedures?.includes("seating.")) return []
    return [`${procedures} ${kilobytes(encodedBodySize)} (${kilobytes(decodedBodySize)} read)`]
  })
  return `${kilobytes(sum)} of scripts and styles in ${scripts.length} files; ${answers.join(", ")}`
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

async function toldFrames(page: Page, hand: Hand, zooms: number[]): Promise<string[]> {
  await readFrames(page)
  const lines: string[] = []
  for (const by of zooms) {
    await hand.zoom(by)
    lines.push(`zoom, ${await told(page)}`)
    await hand.pan()
    lines.push(`pan, ${await told(page)}`)
  }
  return lines
}

async function told(page: Page): Promise<string> {
  const { betweenMs, paintMs, px, level } = await readFrames(page)
  const line = (numbers: number[]) => {
    const sorted = numbers.toSorted(ascending)
    const at = (share: number) => quantile(sorted, share).toFixed(1)
    return `p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms`
  }
  const seats = `${level}, seats ${px.toFixed(1)} px apart`
  return `${seats}: painting ${line(paintMs)}; frame to frame ${line(betweenMs)}; ${paintMs.length} frames`
}

export const map: Section = {
  name: "map",
  title: "The map of 50,000 places in a browser",
  how: "A real browser that draws without a graphics card: how long until the map answers, what travels for it, and how long its frames take while it is moved by finger and by mouse.",
  run,
}
