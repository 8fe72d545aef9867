import type { News } from "@podo/contract/live"
import { LIVE_CLOSED } from "@podo/contract/live-wire"
import { afterAll, describe, expect, test } from "bun:test"
import { waitMsAfter } from "./back-off.ts"
import { openConnection, type Pace } from "./connection.ts"

/** Quick, but for what a test does not want to happen. */
const PACE: Pace = {
  firstMs: 4,
  lastMs: 20,
  silenceMs: 60_000,
  answerMs: 60_000,
  steadyMs: 60_000,
  lingerMs: 4,
  againMs: 2,
}

type Visitor = Bun.ServerWebSocket

const ends: (() => unknown)[] = []
afterAll(() => Promise.all(ends.map((end) => end())))

/** A server of few words: what comes to it is waited for one by one. */
function serve() {
  const [visitors, closed, said] = [queue<Visitor>(), queue<number>(), queue<string>()]
  const server = Bun.serve({
    port: 0,
    fetch: (request, own) =>
      own.upgrade(request) ? undefined : new Response(null, { status: 400 }),
    websocket: {
      open: visitors.put,
      close: (_, code) => closed.put(code),
      message: (_, text) => said.put(String(text)),
    },
  })
  ends.push(() => server.stop(true))
  return {
    url: `ws://localhost:${server.port}/live`,
    visitor: visitors.take,
    closed: closed.take,
    said: async () => JSON.parse(await said.take()) as Record<string, string>,
    isQuiet: () => visitors.isEmpty() && said.isEmpty(),
  }
}

function queue<Each>() {
  const [kept, takers]: [Each[], ((each: Each) => void)[]] = [[], []]
  return {
    put: (each: Each) => {
      const taker = takers.shift()
      if (taker === undefined) kept.push(each)
      else taker(each)
    },
    take: () =>
      new Promise<Each>((resolve) => {
        if (kept.length === 0) takers.push(resolve)
        else resolve(kept.shift() as Each)
      }),
    isEmpty: () => kept.length === 0,
  }
}

const tell = (visitor: Visitor, news: Record<string, unknown>) => visitor.send(JSON.stringify(news))

const CONNECTED = { news: "connected", userId: null }
const watching = (performanceId: string) => ({ news: "watching", performanceId, revision: "1-0" })

function connectTo(url: string, pace: Partial<Pace> = {}) {
  const heard = queue<News>()
  const sessionEnds = queue<true>()
  const own = openConnection({
    url,
    pace: { ...PACE, ...pace },
    onSessionEnded: () => sessionEnds.put(true),
  })
  own.hear(heard.put)
  const stop = own.want()
  ends.push(() => (stop(), own.rest()))
  return { ...own, heard: heard.take, sessionEnded: sessionEnds.take, stop }
}

describe("a tab's connection", () => {
  test("tells what is watched, once for all who watch, and what is watched no more", async () => {
    const server = serve()
    const own = connectTo(server.url)
    const unwatch = [own.watch("one"), own.watch("one")]
    const visitor = await server.visitor()
    expect(await server.said()).toEqual({ ask: "watch", performanceId: "one" })
    tell(visitor, CONNECTED)
    tell(visitor, watching("one"))
    expect([(await own.heard()).news, own.isConnected()]).toEqual(["connected", true])
    expect([(await own.heard()).news, own.isWatching("one")]).toEqual(["watching", true])
    unwatch.push(own.watch("one"))
    unwatch[0]?.()
    unwatch[0]?.()
    unwatch[2]?.()
    expect(own.isWatching("one")).toBe(true)
    own.watch("two")
    expect(await server.said()).toEqual({ ask: "watch", performanceId: "two" })
    unwatch[1]?.()
    expect(await server.said()).toEqual({ ask: "unwatch", performanceId: "one" })
    expect([own.isWatching("one"), server.isQuiet()]).toEqual([false, true])
  })

  test("listens to places and to a line of the same performance, each for itself", async () => {
    const server = serve()
    const own = connectTo(server.url)
    const [places, line] = [own.watch("one"), own.watch("one", "line")]
    const isWatching = () => [own.isWatching("one"), own.isWatching("one", "line")]
    const visitor = await server.visitor()
    expect(await server.said()).toEqual({ ask: "watch", performanceId: "one" })
    expect(await server.said()).toEqual({ ask: "watch", performanceId: "one", of: "line" })
    tell(visitor, { ...watching("one"), of: "line" })
    await own.heard()
    expect(isWatching()).toEqual([false, true])
    tell(visitor, watching("one"))
    await own.heard()
    tell(visitor, {
      news: "not-watching",
      performanceId: "one",
      of: "line",
      why: "STORE_UNAVAILABLE",
    })
    await own.heard()
    expect(isWatching()).toEqual([true, false])
    expect(await server.said()).toEqual({ ask: "watch", performanceId: "one", of: "line" })
    line()
    expect(await server.said()).toEqual({ ask: "unwatch", performanceId: "one", of: "line" })
    expect(isWatching()).toEqual([true, false])
    visitor.terminate()
    await server.visitor()
    expect(await server.said()).toEqual({ ask: "watch", performanceId: "one" })
    expect(server.isQuiet()).toBe(true)
    places()
  })

  test("comes back after it was cut, and watches what it watched", async () => {
    const server = serve()
    const own = connectTo(server.url)
    own.watch("one")
    const visitor = await server.visitor()
    expect((await server.said()).ask).toBe("watch")
    tell(visitor, watching("one"))
    await own.heard()
    visitor.terminate()
    const again = await server.visitor()
    expect(own.isWatching("one")).toBe(false)
    expect(await server.said()).toEqual({ ask: "watch", performanceId: "one" })
    tell(again, watching("one"))
    await own.heard()
    expect(own.isWatching("one")).toBe(true)
  })

  test("is given up when nobody answers, be it from the beginning", async () => {
    const server = serve()
    connectTo(server.url, { answerMs: 4 })
    await server.visitor()
    // Nothing at all was said: this is another one.
    await server.visitor()
  })

  test("asks into the silence, and stays with a server that answers", async () => {
    const server = serve()
    const own = connectTo(server.url, { silenceMs: 2 })
    const visitor = await server.visitor()
    tell(visitor, CONNECTED)
    for (const _ of [1, 2, 3]) {
      expect(await server.said()).toEqual({ ask: "ping" })
      tell(visitor, { news: "pong" })
    }
    expect([own.isConnected(), server.isQuiet()]).toEqual([true, true])
  })

  test("leaves a half-open line for a new one", async () => {
    const server = serve()
    const own = connectTo(server.url, { silenceMs: 2, answerMs: 30 })
    // On a busy machine a line may be given up before it is there: whichever comes is greeted, and told no more.
    const greet = async (): Promise<void> => {
      tell(await server.visitor(), CONNECTED)
      return greet()
    }
    void greet()
    expect((await own.heard()).news).toBe("connected")
    expect(await server.said()).toEqual({ ask: "ping" })
    expect((await own.heard()).news).toBe("connected")
  })

  test("waits when it is refused, unless it is woken", async () => {
    const server = serve()
    const own = connectTo(server.url, { lastMs: 120_000 })
    const visitor = await server.visitor()
    visitor.close(LIVE_CLOSED.tooMany)
    expect(await server.closed()).toBe(LIVE_CLOSED.tooMany)
    await nextTurn(own)
    // Another page that wants something is no reason to come sooner.
    own.watch("one")
    const other = connectTo(server.url)
    tell(await server.visitor(), CONNECTED)
    await other.heard()
    expect([own.isAway(), server.isQuiet()]).toEqual([true, true])
    own.wake()
    await server.visitor()
  })

  test("says that the session has ended, and comes back at once", async () => {
    const server = serve()
    const own = connectTo(server.url, { firstMs: 120_000, lastMs: 120_000 })
    const visitor = await server.visitor()
    visitor.close(LIVE_CLOSED.sessionEnded)
    await own.sessionEnded()
    await server.visitor()
  })

  test("comes back as whoever one is now", async () => {
    const server = serve()
    const own = connectTo(server.url)
    tell(await server.visitor(), CONNECTED)
    await own.heard()
    own.renew()
    expect(own.isConnected()).toBe(false)
    await server.visitor()
  })

  test("asks again for what could not be given, and later for what there was not", async () => {
    const server = serve()
    const own = connectTo(server.url)
    own.watch("one")
    own.watch("none")
    const visitor = await server.visitor()
    await Promise.all([server.said(), server.said()])
    tell(visitor, { news: "not-watching", performanceId: "none", why: "NOT_FOUND" })
    tell(visitor, { news: "not-watching", performanceId: "one", why: "STORE_UNAVAILABLE" })
    expect(await server.said()).toEqual({ ask: "watch", performanceId: "one" })
    expect(await server.said()).toEqual({ ask: "watch", performanceId: "none" })
  })

  test("ends when nobody wants anything for a while, and begins anew when somebody does", async () => {
    const server = serve()
    const own = connectTo(server.url)
    tell(await server.visitor(), CONNECTED)
    await own.heard()
    own.stop()
    await server.closed()
    expect([own.isConnected(), own.isAway()]).toEqual([false, false])
    own.watch("one")
    await server.visitor()
  })
})

const nextTurn = ({ onTurn }: { onTurn: (listener: () => void) => () => void }) =>
  new Promise<void>((resolve) => {
    const stop = onTurn(() => {
      stop()
      resolve()
    })
  })

describe("the wait before the next try", () => {
  const pace = { firstMs: 500, lastMs: 15_000 }
  const longest = (tries: number, code?: number) => waitMsAfter(pace, { tries, code, random: 1 })
  const shortest = (tries: number, code?: number) => waitMsAfter(pace, { tries, code, random: 0 })

  test("is anything up to a bound that grows, and ends", () => {
    expect([0, 1, 2, 3, 50].map((tries) => longest(tries))).toEqual([
      500, 750, 1_125, 1_687.5, 15_000,
    ])
    expect([0, 5].map((tries) => shortest(tries))).toEqual([0, 0])
  })

  test("is long where the server has refused, and none where the session has ended", () => {
    expect(shortest(0, LIVE_CLOSED.tooMany)).toBe(7_500)
    expect(longest(0, LIVE_CLOSED.notUnderstood)).toBe(15_000)
    expect(longest(9, LIVE_CLOSED.sessionEnded)).toBe(0)
  })
})
