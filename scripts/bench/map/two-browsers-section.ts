import type { MintedSession } from "@podo/accounts/mint-sessions"
import type { PerformanceId } from "@podo/contract/ids"
import type { Plan } from "@podo/contract/seating"
import { mintPerformance } from "@podo/db/testing"
import { readAvailability } from "@podo/seating/read-availability"
import type { Page } from "playwright-core"
import { openBrowser, PHONE } from "../../e2e/browser.ts"
import { openTcpProxy } from "../../stores/tcp-proxy.ts"
import type { Bench } from "../bench.ts"
import { timesOf } from "../numbers.ts"
import type { Finding, Section } from "../section.ts"

const CAPACITY = 400
const CLAIMS = 200
const CLAIMS_QUICK = 10
const CUT_MS = 10_000
const CUT_MS_QUICK = 1_000
const TAKEN_WHILE_CUT = 20

async function run({ stores, people, scale }: Bench): Promise<Finding> {
  const claims = scale.quick ? CLAIMS_QUICK : CLAIMS
  const cutMs = scale.quick ? CUT_MS_QUICK : CUT_MS
  const proxy = await openTcpProxy()
  const browser = await openBrowser(stores, (url) => {
    proxy.leadTo(url)
    return Promise.resolve({ allowedOrigins: [proxy.url] })
  })
  const { eventId, performanceId } = await mintPerformance(stores, { capacity: CAPACITY })
  const path = `/events/${eventId}/performances/${performanceId}`
  const taker = await browser.openPage()
  await taker.goto(`${browser.url}${path}`)
  const watcher = await browser.openPage({ viewport: PHONE, baseURL: proxy.url })
  await watcher.goto(`${proxy.url}${path}`)
  await watcher.locator("canvas[data-k]").waitFor()
  const sessions = await people.take(claims + TAKEN_WHILE_CUT)
  const { seats } = await readPlan(taker, performanceId)
  const [openColour = ""] = await coloursOf(watcher, seats.slice(0, 1))
  const hallNow = async (): Promise<Hall> => {
    const { places } = await readAvailability(stores, { performanceId })
    return { seats, places, openColour }
  }

  const delays: number[] = []
  for (let at = 0; at < claims; at++) {
    const [seat, session] = [seats[at], sessions[at]]
    if (!seat || !session) break
    const painted = await awaitPaint(watcher, seat)
    const sentAt = await claimIn(taker, performanceId, { session, place: seat.place })
    delays.push((await painted()) - sentAt)
  }

  proxy.cut()
  const cutAt = performance.now()
  for (const [index, session] of sessions.slice(claims).entries()) {
    await claimIn(taker, performanceId, { session, place: CAPACITY - 1 - index })
  }
  await Bun.sleep(cutMs - (performance.now() - cutAt))
  proxy.mend()
  const mendedAt = performance.now()
  for (const page of [taker, watcher]) {
    while (!(await isRight(page, await hallNow()))) await Bun.sleep(20)
  }
  const rightMs = performance.now() - mendedAt
  await browser.close()
  proxy.close()
  const { p50, p99, max } = timesOf(delays)
  return {
    lines: [
      `${delays.length} seats: grey in the other browser after p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)}, at most ${max.toFixed(0)} ms.`,
      `After ${cutMs / 1_000} s without a connection both browsers equal the stores, ${rightMs.toFixed(0)} ms after it was mended.`,
    ],
    shown: [{ says: "a seat held in one browser is grey in another, p99", value: p99, unit: "ms" }],
  }
}

type Spot = { x: number; y: number }
type Hall = { seats: Plan["seats"]; places: string; openColour: string }

async function readPlan(page: Page, performanceId: PerformanceId): Promise<Plan> {
  const input = encodeURIComponent(JSON.stringify({ performanceId }))
  const response = await page.request.get(`/trpc/seating.plan?input=${input}`)
  return ((await response.json()) as { result: { data: Plan } }).result.data
}

/** The colours that the page has painted in the middle of each of these seats. */
async function coloursOf(page: Page, seats: readonly Spot[]): Promise<string[]> {
  return page.evaluate(
    (spots) => {
      const canvas = document.querySelector<HTMLCanvasElement>("canvas[data-k]")
      const brush = canvas?.getContext("2d")
      if (!canvas || !brush) throw new Error("No map is here.")
      const { k, x, y } = canvas.dataset
      const scale = canvas.width / canvas.clientWidth
      return spots.map((spot) => {
        const left = (spot.x * Number(k) + Number(x)) * scale
        const top = (spot.y * Number(k) + Number(y)) * scale
        return brush.getImageData(left, top, 1, 1).data.join()
      })
    },
    seats.map(({ x, y }) => ({ x, y })),
  )
}

/** Looks at the seat in every frame from now on; resolves with when it had another colour, by the clock. */
async function awaitPaint(page: Page, { x, y }: Spot) {
  await page.evaluate(
    (spot) => {
      const canvas = document.querySelector<HTMLCanvasElement>("canvas[data-k]")
      const brush = canvas?.getContext("2d")
      if (!canvas || !brush) throw new Error("No map is here.")
      const { k, x: left, y: top } = canvas.dataset
      const scale = canvas.width / canvas.clientWidth
      const at = [spot.x * Number(k) + Number(left), spot.y * Number(k) + Number(top)] as const
      const colour = () => brush.getImageData(at[0] * scale, at[1] * scale, 1, 1).data.join()
      const before = colour()
      const painted = new Promise<number>((resolve) => {
        const look = () => {
          if (colour() !== before) return resolve(performance.timeOrigin + performance.now())
          return requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      })
      Object.assign(window, { painted })
    },
    { x, y },
  )
  return () => page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted)
}

type Claim = { session: MintedSession; place: number }

/** Sends a claim from the page; answers when it was sent. */
function claimIn(page: Page, performanceId: PerformanceId, { session, place }: Claim) {
  return page.evaluate(
    async ([token, body]) => {
      const sentAt = performance.timeOrigin + performance.now()
      const response = await fetch("/trpc/seating.claim", {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body,
      })
      if (!response.ok) throw new Error(await response.text())
      return sentAt
    },
    [session.token, JSON.stringify({ performanceId, places: [place] })] as const,
  )
}

/** Whether a page shows exactly those seats as open that the stores have as open. */
async function isRight(page: Page, { seats, places, openColour }: Hall): Promise<boolean> {
  const colours = await coloursOf(page, seats)
  return seats.every(({ place }, at) => (places[place] === ".") === (colours[at] === openColour))
}

export const browsers: Section = {
  name: "browsers",
  title: "A seat that is held in one browser, in another",
  how: "From the moment at which the first sends its claim to the frame in which the other has painted the seat's middle anew; then the connection of the other is cut while seats are taken, and both are compared with the stores.",
  run,
}
