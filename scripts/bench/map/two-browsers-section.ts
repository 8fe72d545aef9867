import { mintSessions, type MintedSession } from "@podo/accounts/mint-sessions"
import type { PerformanceId } from "@podo/contract/ids"
import type { Plan } from "@podo/contract/seating"
import { openStores } from "@podo/db/stores"
import { migrateToLatest } from "@podo/db/migrate"
import { mintPerformance } from "@podo/db/testing"
import { readAvailability } from "@podo/seating/read-availability"
import type { Page } from "playwright-core"
import { wholeNumber } from "./arguments.ts"
import { openBrowser, PHONE } from "./browser.ts"
import { openLine } from "./line.ts"
import { quantile } from "./measures.ts"
import { runOrExplain } from "./problem.ts"
import { prepareFound } from "./stores.ts"
import { startThrowAway } from "./stores-throwaway.ts"

const CAPACITY = 400
const CUT_MS = 10_000
const TAKEN_WHILE_CUT = 20

// How long it takes until a seat that is held in one browser is grey in another: from the moment at which the first
// one sends its claim to the frame in which the other has painted the seat's middle anew. Both run on this machine and
// share its clock. Then the other's line is cut for ten seconds while seats are taken, and both are compared with
// the stores.
await runOrExplain(async () => {
  const claims = wholeNumber("claims", 200)
  const { stop, ...urls } = await startThrowAway(undefined, prepareFound)
  const stores = await openStores(urls, console.error)
  await migrateToLatest(stores.db)
  const line = await openLine()
  const browser = await openBrowser(stores, (url) => {
    line.leadTo(url)
    return Promise.resolve({ allowedOrigins: [line.url] })
  })
  const { eventId, performanceId } = await mintPerformance(stores, { capacity: CAPACITY })
  const path = `/events/${eventId}/performances/${performanceId}`
  const taker = await browser.openPage()
  await taker.goto(`${browser.url}${path}`)
  const watcher = await browser.openPage({ viewport: PHONE, baseURL: line.url })
  await watcher.goto(`${line.url}${path}`)
  await watcher.locator("canvas[data-k]").waitFor()
  const sessions = await mintSessions(stores.db, claims + TAKEN_WHILE_CUT)
  const plan = await readPlan(taker, performanceId)

  const { seats } = plan
  const [openColour = ""] = await coloursOf(watcher, seats.slice(0, 1))
  const hallNow = async (): Promise<Hall> => {
    const { places } = await readAvailability(stores, { performanceId })
    return { seats, places, openColour }
  }

  const delays: number[] = []
  for (let at = 0; at < claims; at++) {
    const seat = seats[at]
    const session = sessions[at]
    if (!seat || !session) break
    const painted = await awaitPaint(watcher, seat)
    const sentAt = await claimIn(taker, performanceId, { session, place: seat.place })
    delays.push((await painted()) - sentAt)
  }
  const sorted = delays.toSorted((one, other) => one - other)
  const at = (share: number) => quantile(sorted, share).toFixed(0)
  console.log(
    `${sorted.length} seats: grey in the other browser after p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, at most ${at(1)} ms`,
  )

  line.cut()
  const cutAt = performance.now()
  for (const [index, session] of sessions.slice(claims).entries()) {
    await claimIn(taker, performanceId, { session, place: CAPACITY - 1 - index })
  }
  await Bun.sleep(CUT_MS - (performance.now() - cutAt))
  line.mend()
  const mendedAt = performance.now()
  for (const page of [taker, watcher]) {
    while (!(await isRight(page, await hallNow()))) await Bun.sleep(20)
  }
  const rightMs = performance.now() - mendedAt
  console.log(
    `after ${CUT_MS / 1000} s without a line both browsers equal the stores, ${rightMs.toFixed(0)} ms after it was mended`,
  )
  await browser.close()
  line.close()
  await stop()
  process.exit(0)
})

type Spot = { x: number; y: number }
type Hall = { seats: Plan["seats"]; places: string; openColour: string }

async function readPlan(page: Page, performanceId: PerformanceId): Promise<Plan> {
  const input = encodeURIComponent(JSON.stringify({ performanceId }))
  const response = await page.request.get(`/trpc/seating.plan?input=${input}`)
  return ((await response.json()) as { result: { data: Plan } }).result.data
}

/** What the page has painted in the middle of each of these seats. */
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
