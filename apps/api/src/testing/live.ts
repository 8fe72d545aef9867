import type { PerformanceId } from "@podo/contract/ids"
import type { LiveRequest, News, Topic } from "@podo/contract/live"
import { until } from "@podo/db/racing"

type Wishes = { token?: string; headers?: Record<string, string> }

export type LiveClient = ReturnType<typeof openLiveClient>

/** A page's live connection, or a script's: it writes down all that it is told. */
export function openLiveClient(port: number, { token, headers = {} }: Wishes = {}) {
  const told: News[] = []
  const listeners: ((news: News) => void)[] = []
  const authorization = token ? { authorization: `Bearer ${token}` } : {}
  // Bun's own takes headers; browsers' types do not know it.
  const options = { headers: { ...authorization, ...headers } } as unknown as string[]
  const socket = new WebSocket(`ws://127.0.0.1:${port}/live`, options)
  let code: number | undefined
  socket.addEventListener("message", ({ data }: MessageEvent<string>) => {
    const news = JSON.parse(data) as News
    told.push(news)
    for (const listener of listeners) listener(news)
  })
  socket.addEventListener("close", (event) => (code = event.code))
  const say = (message: string | Uint8Array<ArrayBuffer>) => socket.send(message)
  const ask = (request: LiveRequest) => say(JSON.stringify(request))
  const all = <Kind extends News["news"]>(kind: Kind) =>
    told.filter((news): news is Extract<News, { news: Kind }> => news.news === kind)
  return {
    told,
    all,
    say,
    ask,
    onNews: (listener: (news: News) => void) => void listeners.push(listener),
    /** With which code it was closed; nothing while it is open. */
    closedWith: () => code,
    isConnected: () => until(async () => all("connected").length > 0),
    /** Until it has been told so many of them. */
    hears: (kind: News["news"], times = 1) => until(async () => all(kind).length >= times),
    isClosed: async () => {
      await until(async () => code !== undefined)
      return code
    },
    watch: async (performanceId: PerformanceId, of: Topic = "places") => {
      await until(async () => all("connected").length > 0)
      const answers = () => all("watching").length + all("not-watching").length
      const before = answers()
      ask({ ask: "watch", performanceId, of })
      await until(async () => answers() > before)
    },
    close: () => socket.close(),
  }
}

/** One that is still served: whatever the others do. */
export async function isServed(client: LiveClient): Promise<boolean> {
  await client.isConnected()
  const before = client.all("pong").length
  client.ask({ ask: "ping" })
  await client.hears("pong", before + 1)
  return client.closedWith() === undefined
}

/** Until it has said back what it was asked: it has read that by its first answer, and said it before the second. */
export async function hasAnswered(client: LiveClient) {
  for (const _ of ["read", "said"]) await isServed(client)
}
