import { until } from "@podo/db/racing"

const UPGRADE = [
  "GET /live HTTP/1.1",
  "host: localhost",
  "connection: upgrade",
  "upgrade: websocket",
  "sec-websocket-version: 13",
  "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==",
]
const CLOSE = 0x88

/** Opcodes of RFC 6455, with the bit that says that the message ends here. */
export const FRAME = { text: 0x81, ping: 0x89, pong: 0x8a } as const

/** A short frame as a client writes it, masked with zeros. `first` is its first byte: final, reserved, opcode. */
export function frame(first: number, said: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const body = typeof said === "string" ? new TextEncoder().encode(said) : said
  return Uint8Array.from([first, 0x80 | body.length, 0, 0, 0, 0, ...body])
}

/**
 * A live connection whose other end says what no library would, byte by byte. It reads until it is paused, and answers
 * nothing by itself.
 */
export async function openRawClient(port: number, headers: string[] = []) {
  let heard = Buffer.alloc(0)
  const socket = await Bun.connect({
    hostname: "127.0.0.1",
    port,
    socket: {
      open: (opened) => void opened.write(`${[...UPGRADE, ...headers].join("\r\n")}\r\n\r\n`),
      data: (_, bytes) => void (heard = Buffer.concat([heard, bytes])),
    },
  })
  await until(async () => heard.includes("connected"))
  /** The code in the last frame: those of the server are not masked, and this one is short. */
  const closedWith = () => {
    const at = heard.lastIndexOf(Uint8Array.of(CLOSE))
    return at < 0 ? undefined : heard.readUInt16BE(at + 2)
  }
  return {
    say: (bytes: Uint8Array) => socket.write(bytes),
    hears: (text: string) => until(async () => heard.includes(text)),
    isClosed: async () => {
      await until(async () => closedWith() !== undefined)
      return closedWith()
    },
    pause: () => socket.pause(),
    end: () => socket.end(),
  }
}
