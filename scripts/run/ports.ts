import { existsSync, readFileSync, writeFileSync } from "node:fs"

/** Tries to listen, the only way to know. The system's reason why not, such as EADDRINUSE or EACCES. */
export function whyNotListen(port: number, hostname: string): string | undefined {
  try {
    Bun.listen({ port, hostname, socket: { data() {} } }).stop(true)
    return undefined
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

export function freePort() {
  const listener = Bun.listen({ port: 0, hostname: "127.0.0.1", socket: { data() {} } })
  const { port } = listener
  listener.stop(true)
  return port
}

/** The port written in a file while it is free, else a new one: a private store keeps its address if it can. */
export function keptPort(path: string) {
  if (existsSync(path)) {
    const port = Number(readFileSync(path, "utf8"))
    if (Number.isInteger(port) && port > 0 && whyNotListen(port, "127.0.0.1") === undefined)
      return port
  }
  const port = freePort()
  writeFileSync(path, String(port))
  return port
}
