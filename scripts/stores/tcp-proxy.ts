import { connect, createServer, type Socket } from "node:net"

/** A TCP proxy between browsers and a server on this machine, which can be cut as a tunnel cuts a train off. */
export async function openTcpProxy() {
  const sockets = new Set<Socket>()
  let isCut = false
  let targetPort = 0
  const server = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(targetPort, "127.0.0.1")
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on("error", () => one.destroy())
      one.on("close", () => {
        sockets.delete(one)
        other.destroy()
      })
    }
    near.pipe(far).pipe(near)
    return undefined
  })
  const listening = Promise.withResolvers<void>()
  server.listen(0, "127.0.0.1", listening.resolve)
  await listening.promise
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://localhost:${port}`,
    /** Where it leads; before that, nowhere. */
    leadTo: (target: string) => {
      targetPort = Number(new URL(target).port)
    },
    /** Ends what is connected, and lets nothing through until it is mended. */
    cut: () => {
      isCut = true
      drop()
    },
    mend: () => {
      isCut = false
    },
    close: () => {
      drop()
      server.close()
    },
  }
}
