export type Answer = {
  status: number
  /** In seconds; nothing when the answer does not say. */
  retryAfter: string | undefined
  /** All of a short answer; of a long one its beginning. */
  text: string
  bytes: number
}

export type Connection = {
  /** One request at a time. Fails when the connection ends before its answer. */
  ask: (request: string) => Promise<Answer>
  /** A server ends a connection over which nothing was said for some seconds. */
  isOpen: () => boolean
  close: () => void
}

const HEAD_END = "\r\n\r\n"
const TEXT_BYTES_MAX = 4_096

type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void }

/** HTTP/1.1 by hand over a connection that is kept: the fewer cycles a call takes here, the more the server has. */
export async function openConnection(port: number): Promise<Connection> {
  let waiting: Waiting | undefined
  let heard: Buffer | undefined
  let unsent = ""
  let isOpen = true
  const end = (error: Error) => {
    isOpen = false
    waiting?.reject(error)
  }
  const socket = await Bun.connect({
    hostname: "127.0.0.1",
    port,
    socket: {
      data: (_, bytes) => {
        heard = heard ? Buffer.concat([heard, bytes]) : bytes
        const answer = answerIn(heard)
        if (!answer) return
        heard = undefined
        const { resolve } = waiting ?? {}
        waiting = undefined
        resolve?.(answer)
      },
      drain: (open) => {
        unsent = unsent.slice(open.write(unsent))
      },
      close: () => end(new Error("The server closed the connection.")),
      error: (_, error) => end(error),
    },
  })
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        // Requests are ASCII: as many bytes as characters.
        const written = socket.write(request)
        if (written < 0) reject(new Error("The connection is closed."))
        else if (written < request.length) unsent = request.slice(written)
      }),
    isOpen: () => isOpen,
    close: () => {
      waiting = undefined
      socket.end()
    },
  }
}

/** The answer, once all of it is there. */
function answerIn(heard: Buffer): Answer | undefined {
  const headEnd = heard.indexOf(HEAD_END)
  if (headEnd < 0) return undefined
  const head = heard.toString("latin1", 0, headEnd)
  const from = headEnd + HEAD_END.length
  const length = /content-length: *(\d+)/i.exec(head)?.[1]
  const isWhole =
    length === undefined
      ? heard.toString("latin1", Math.max(from, heard.length - 5)).endsWith("0\r\n\r\n")
      : heard.length >= from + Number(length)
  if (!isWhole) return undefined
  return {
    status: Number(head.slice(9, 12)),
    retryAfter: /retry-after: *(\S+)/i.exec(head)?.[1],
    text: heard.toString("utf8", from, Math.min(heard.length, from + TEXT_BYTES_MAX)),
    bytes: heard.length,
  }
}
