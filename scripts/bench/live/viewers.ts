import { placesIn } from "@podo/contract/live-wire"
import type { News } from "@podo/contract/live"
import type { Heard, ToViewers, ViewersReport } from "./parts.ts"

// Many viewers in one process, as cheap as they come: sockets that count bytes. A few of them read what they are told.

const CONNECTING_AT_ONCE = 200
/** How a ping begins, whose eight letters have to be said back. */
const PING = Uint8Array.of(0x89, 8)

type Viewer = { buffered: string; isWatching: boolean }

const [port, performanceId] = [Number(Bun.argv[2]), Bun.argv[3] ?? ""]
const watch = JSON.stringify({ ask: "watch", performanceId })
const sockets = new Set<Bun.Socket<Viewer>>()
const readers = new Set<WebSocket>()
const counted = { bytes: 0, frames: 0, dropped: 0 }
let isClosing = false

const headersOf = (viewer: number) => ({
  // The tabs of ten thousand people come through a proxy, from many addresses.
  "x-forwarded-for": `203.0.${viewer >> 8}.${viewer & 255}`,
})

/** A frame of a client, masked with zeros: opcode 1 is text, 10 a pong. */
function frame(opcode: number, text: string): Uint8Array {
  const body = new TextEncoder().encode(text)
  return Uint8Array.from([0x80 | opcode, 0x80 | body.length, 0, 0, 0, 0, ...body])
}
const watchFrame = frame(1, watch)

function sayBack(socket: Bun.Socket<Viewer>, bytes: Buffer) {
  const at = bytes.lastIndexOf(PING)
  if (at >= 0) socket.write(frame(10, bytes.toString("latin1", at + 2, at + 10)))
}

function openSocket(viewer: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const headers = Object.entries({ ...headersOf(viewer), host: "127.0.0.1" })
  const request = [
    "GET /live HTTP/1.1",
    ...headers.map(([name, value]) => `${name}: ${value}`),
    "connection: upgrade",
    "upgrade: websocket",
    "sec-websocket-version: 13",
    "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
  ]
  void Bun.connect<Viewer>({
    hostname: "127.0.0.1",
    port,
    data: { buffered: "", isWatching: false },
    socket: {
      open: (socket) => {
        sockets.add(socket)
        socket.write(`${request.join("\r\n")}\r\n\r\n`)
      },
      data: (socket, bytes) => {
        counted.bytes += bytes.length
        const { data } = socket
        if (data.isWatching) return sayBack(socket, bytes)
        const asked = data.buffered.includes("connected")
        data.buffered += bytes.toString("latin1")
        if (!asked && data.buffered.includes("connected")) socket.write(watchFrame)
        if (!data.buffered.includes('"watching"')) return
        socket.data = { buffered: "", isWatching: true }
        resolve()
      },
      close: (socket) => {
        sockets.delete(socket)
        if (!isClosing) counted.dropped += 1
        reject(new Error("A viewer was sent away."))
      },
    },
  }).catch(reject)
  return promise
}

function openReader(viewer: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  // Bun's own takes headers; browsers' types do not know it.
  const options = { headers: headersOf(viewer) } as unknown as string[]
  const reader = new WebSocket(`ws://127.0.0.1:${port}/live`, options)
  readers.add(reader)
  reader.addEventListener("open", () => reader.send(watch))
  reader.addEventListener("message", ({ data }: MessageEvent<string>) => {
    const at = Date.now()
    const news = JSON.parse(data) as News
    if (news.news === "watching") resolve()
    if (news.news !== "places-changed") return
    counted.frames += 1
    counted.bytes += data.length
    const changes = Object.entries(news.changes).map(
      ([state, gaps]) => [state, placesIn(gaps)] as const,
    )
    tell({ heard: { at, changes } })
  })
  reader.addEventListener("close", () => {
    readers.delete(reader)
    if (!isClosing) counted.dropped += 1
  })
  return promise
}

async function open(viewers: number, readersMax: number) {
  isClosing = false
  for (let at = 0; at < viewers; at += CONNECTING_AT_ONCE) {
    const some = Math.min(CONNECTING_AT_ONCE, viewers - at)
    await Promise.all(
      Array.from({ length: some }, (_, n) =>
        at + n < readersMax ? openReader(at + n) : openSocket(at + n),
      ),
    )
  }
}

function closeAll() {
  isClosing = true
  for (const reader of readers) reader.close()
  for (const socket of sockets) socket.end()
}

function report(): ViewersReport {
  const { user, system } = process.cpuUsage()
  return { ...counted, cpuUs: user + system, viewers: sockets.size + readers.size }
}

function tell(message: { heard: Heard } | { done: ViewersReport }) {
  process.send?.(message)
}

process.on("message", (asked: ToViewers) => {
  void (async () => {
    if (asked.ask === "open") await open(asked.viewers, asked.readers)
    if (asked.ask === "close") closeAll()
    tell({ done: report() })
  })()
})
