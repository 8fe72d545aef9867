import { connect, createServer, type Socket } from "node:net"

/**
 * A proxy in front of MySQL that cuts the line to the client just after it has passed on a certain text: the server
 * does what it was asked to, and its answer is lost.
 */
export async function openCuttingProxy(databaseUrl: string) {
  const { port, hostname } = new URL(databaseUrl)
  let cutAfter: string | undefined
  let cuts = 0
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname)
    pipeQuietly(behind, client)
    client.on("error", () => {})
    client.on("close", () => behind.end())
    client.on("data", (data) => {
      const isCut = cutAfter !== undefined && data.includes(cutAfter)
      if (!isCut) return behind.write(data)
      cutAfter = undefined
      cuts += 1
      // Half closed, not cut, on that side: what was sent still arrives, and is done.
      return behind.write(data, () => client.destroy())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const url = new URL(databaseUrl)
  url.port = String(typeof address === "object" ? address?.port : "")
  return {
    url: url.href,
    /** Once, after the next text of this kind. */
    cutAfter: (text: string) => {
      cutAfter = text
    },
    cuts: () => cuts,
    close: () => server.close(),
  }
}

function pipeQuietly(from: Socket, to: Socket) {
  from.on("error", () => to.destroy())
  from.on("data", (data) => void (to.writable && to.write(data)))
  from.on("close", () => to.destroy())
}
