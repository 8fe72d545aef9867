import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { searchPath } from "../run/env.ts"
import { keptPort } from "../run/ports.ts"
import { Problem } from "../run/problem.ts"
import { becomesReady, spawnServer, type Program } from "../run/programs.ts"
import { isCareless, keptPassword, stopLeftover, type StoreFolder } from "./folder.ts"
import { notStarted } from "./mysql.ts"

export function findRedisServer() {
  const options = { PATH: searchPath() }
  return Bun.which("redis-server", options) ?? Bun.which("valkey-server", options) ?? undefined
}

/** A server of our own, on loopback, with a password nobody else knows. */
export function prepareRedis(server: string, parent: StoreFolder) {
  const folder = join(parent.path, "redis")
  mkdirSync(join(folder, "data"), { recursive: true, mode: 0o700 })
  const port = keptPort(join(folder, "port"))
  const password = keptPassword(join(folder, "password"))
  const config = join(folder, "redis.conf")
  writeFileSync(config, configOf({ folder, port, password, careless: isCareless(parent) }), {
    mode: 0o600,
  })

  const url = `redis://:${password}@127.0.0.1:${port}`
  const program: Program = {
    name: "Redis",
    start: async () => {
      await stopLeftover(join(folder, "server.pid"), join(folder, "data"))
      const running = spawnServer([server, config], parent.throwAway ? "KILL" : "TERM")
      if (await becomesReady(running, async () => (await redisAnswers(url)) === "PONG", 60_000))
        return running
      await running.stop()
      throw new Problem(notStarted(server, join(folder, "server.log")))
    },
  }
  return { url, program }
}

type Place = { folder: string; port: number; password: string; careless: boolean }

function configOf({ folder, port, password, careless }: Place) {
  return [
    "bind 127.0.0.1",
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(join(folder, "data"))}`,
    `pidfile ${JSON.stringify(join(folder, "server.pid"))}`,
    `logfile ${JSON.stringify(join(folder, "server.log"))}`,
    ...(careless ? ['save ""', "appendonly no"] : ["appendonly yes"]),
    "",
  ].join("\n")
}

const ANSWER_WITHIN_MS = 5000

/** "PONG", or why not: the server's error, or the network's. Speaks to the socket, for a client would try for ever. */
export async function redisAnswers(url: string): Promise<string> {
  const { hostname, port, username, password, protocol } = new URL(url)
  const { promise, resolve } = Promise.withResolvers<string>()
  const user = decodeURIComponent(username || "default")
  const greeting = password
    ? `AUTH ${user} ${decodeURIComponent(password)}\r\nPING\r\n`
    : "PING\r\n"
  const late = setTimeout(() => resolve("no answer"), ANSWER_WITHIN_MS)
  let heard = ""
  try {
    const socket = await Bun.connect({
      hostname,
      port: Number(port || 6379),
      tls: protocol === "rediss:",
      socket: {
        open: (connection) => void connection.write(greeting),
        data: (_, bytes) => {
          heard += bytes.toString()
          if (heard.includes("+PONG\r\n")) resolve("PONG")
          else if (/^-.*\r\n/m.test(heard)) resolve(/^-(.*)\r\n/m.exec(heard)?.[1] ?? heard)
        },
        close: () => resolve("it closed the connection"),
        connectError: (_, error) => resolve(error.message),
      },
    })
    const answer = await promise
    socket.end()
    return answer
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  } finally {
    clearTimeout(late)
  }
}
