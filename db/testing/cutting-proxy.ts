import { connect, createServer, type Socket } from "node:net"

/**
 * A proxy in front of MySQL that cuts the line to the client when it is sent a certain text. Passed on, the server does
 * what it was asked to, and its answer is lost; kept back, it is never asked.
 */
export async function openCuttingProxy(databaseUrl: string) {
  const { port, hostname } = new URL(databaseUrl)
  let cut: { text: string; isPassedOn: boolean } | undefined
  let cuts = 0
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname)
    pipeQuietly(behind, client)
    client.on("error", () => {})
    client.on("close", () => behind.end())
    client.on("data", (data) => {
      if (!cut || !data.includes(cut.text)) return behind.write(data)
      const { isPassedOn } = cut
      cut = undefined
      cuts += 1
      if (!isPassedOn) return client.destroy()
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
    /** Once, at the next text of this kind. */
    cutAt: (text: string, isPassedOn: boolean) => {
      cut = { text, isPassedOn }
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
