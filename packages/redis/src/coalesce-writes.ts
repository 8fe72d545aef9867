import type { Redis } from "ioredis"

/**
 * Sends all commands of one turn of the event loop with one write, where each would cost a system call here and one
 * in Redis. Their order stays, and each has its own answer.
 */
export function coalesceWrites(client: Redis) {
  client.on("connect", () => {
    const { stream } = client
    const write = stream.write.bind(stream)
    let pending = ""
    const flush = () => {
      const text = pending
      pending = ""
      if (text !== "" && stream.writable) write(text)
    }
    stream.write = (chunk: string | Uint8Array) => {
      if (typeof chunk === "string") {
        if (pending === "") setImmediate(flush)
        pending += chunk
        return true
      }
      flush()
      return write(chunk)
    }
  })
}
