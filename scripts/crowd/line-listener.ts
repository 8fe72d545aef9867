import type { PerformanceId } from "@podo/contract/ids"
import { News } from "@podo/contract/live"
import type { Standing } from "@podo/contract/waiting-room"

type Listening = {
  url: string
  token: string
  performanceId: PerformanceId
  /** Where they come from, for an api that trusts us to say so: a thousand tabs have as many addresses. */
  address: string
}

/** How somebody in line learns that it is time to ask where they stand. */
export type LineListener = {
  /** Resolves at news that concern this person, and at the latest after so much time. */
  next: (withinMs: number) => Promise<"news" | "time">
  /** Whether news can still come. */
  isHearing: () => boolean
  /** Messages so far. */
  heard: () => number
  close: () => void
}

/** For a page without a live connection: time goes by. */
export function hearNothing(): LineListener {
  return {
    next: async (withinMs) => {
      await Bun.sleep(withinMs)
      return "time"
    },
    isHearing: () => false,
    heard: () => 0,
    close: () => {},
  }
}

/** One live connection that watches the line, as a page has it. News for everybody alike need no question. */
export function hearLine({ url, token, performanceId, address }: Listening): LineListener {
  const headers = { authorization: `Bearer ${token}`, "x-forwarded-for": address }
  // Bun's own takes headers; browsers' types do not know it.
  const options = { headers } as unknown as string[]
  const socket = new WebSocket(`${url.replace("http", "ws")}/live`, options)
  let [isHearing, heard, isNews] = [true, 0, false]
  let lineId: string | undefined
  let wake = () => {}
  const tellNews = () => {
    isNews = true
    wake()
  }
  const end = () => {
    isHearing = false
    wake()
  }
  socket.addEventListener("open", () =>
    socket.send(JSON.stringify({ ask: "watch", performanceId, of: "line" })),
  )
  socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
    heard += 1
    const news = News.parse(JSON.parse(data))
    if (concernsAsker(news, lineId)) tellNews()
    if (news.news === "line-moved") lineId = news.lineId
    if (news.news === "not-watching") end()
  })
  socket.addEventListener("close", end)
  socket.addEventListener("error", end)
  return {
    next: async (withinMs) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      wake = resolve
      const timer = setTimeout(resolve, withinMs)
      if (!isNews) await promise
      clearTimeout(timer)
      const told = isNews ? "news" : "time"
      isNews = false
      return told
    },
    isHearing: () => isHearing,
    heard: () => heard,
    close: () => socket.close(),
  }
}

/** News before the first `watching` may have been missed: a page that hears it asks once. */
function concernsAsker(news: News, lineId: string | undefined): boolean {
  if (news.news !== "line-moved") {
    return ["admitted", "standing-changed", "watching", "places-unknown"].includes(news.news)
  }
  return news.phase === "sold-out" || (lineId !== undefined && lineId !== news.lineId)
}

/** As our page does: where news come, the exact place is asked for this rarely. */
const EXACT_EVERY_MS = 120_000
const JITTER = 0.25

/** In how long somebody asks again where they stand. */
export function askInMs(
  { askAgainMs }: Pick<Standing, "askAgainMs">,
  listener: LineListener,
  random: () => number,
): number {
  const everyMs = listener.isHearing() ? Math.max(EXACT_EVERY_MS, askAgainMs) : askAgainMs
  return everyMs * (1 - JITTER + 2 * JITTER * random())
}

/** A made-up address, the same for the same number. */
export const addressOf = (number: number) =>
  `198.${18 + ((number >> 16) & 1)}.${(number >> 8) & 255}.${number & 255}`
