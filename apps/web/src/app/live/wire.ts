import type { News, Topic } from "@podo/contract/live"

export type Patience = {
  /** Without any message for so long, the server is asked whether it is there. */
  silenceMs: number
  /** It, and a wire that is being opened, have so long to answer. */
  answerMs: number
}

/** LiveRequest of the contract, before anybody has looked at the id. */
type Request =
  | { ask: "watch" | "unwatch"; performanceId: string; of?: Topic | undefined }
  | { ask: "ping" }

type Ends = {
  onOpen: () => void
  onNews: (news: News) => void
  /** Called once, unless the wire was dropped. Without a code nobody has answered. */
  onClosed: (code?: number) => void
}

export type Wire = ReturnType<typeof openWire>

/** One WebSocket from its first to its last message. A half-open one, as tunnels leave them, is found out. */
export function openWire(url: string, { silenceMs, answerMs }: Patience, ends: Ends) {
  const socket = new WebSocket(url)
  let isOver = false
  // A network that swallows everything does not say either that a wire could not be opened.
  let timer = setTimeout(close, answerMs)

  function drop() {
    isOver = true
    clearTimeout(timer)
    socket.close()
  }

  function close(code?: number) {
    if (isOver) return
    drop()
    ends.onClosed(code)
  }

  function say(request: Request) {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(request))
  }

  function ask() {
    say({ ask: "ping" })
    clearTimeout(timer)
    timer = setTimeout(close, answerMs)
  }

  socket.addEventListener("open", () => {
    if (!isOver) ends.onOpen()
  })
  socket.addEventListener("message", ({ data }) => {
    if (isOver) return
    clearTimeout(timer)
    timer = setTimeout(ask, silenceMs)
    ends.onNews(JSON.parse(String(data)) as News)
  })
  socket.addEventListener("close", ({ code }) => close(code))

  return { say, ask, drop }
}
