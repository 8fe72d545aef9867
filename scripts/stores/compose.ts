import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { environmentWith } from "../run/env.ts"
import { keptPort } from "../run/ports.ts"
import { Problem } from "../run/problem.ts"
import type { Program } from "../run/programs.ts"
import { keptPassword, type StoreFolder } from "./folder.ts"

/** Whether a container engine answers, and knows compose files. */
export function composeAnswers() {
  if (!Bun.which("docker")) return false
  const timeout = 10_000
  return (
    Bun.spawnSync(["docker", "info"], { timeout }).success &&
    Bun.spawnSync(["docker", "compose", "version"], { timeout }).success
  )
}

/** MySQL and Redis in containers of this folder's own, published on loopback only. */
export function prepareCompose(parent: StoreFolder) {
  const folder = join(parent.path, "compose")
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const password = keptPassword(join(folder, "password"))
  const mysqlPort = keptPort(join(folder, "mysql-port"))
  const redisPort = keptPort(join(folder, "redis-port"))
  const env = environmentWith({
    PODO_STORES_PASSWORD: password,
    PODO_MYSQL_PORT: String(mysqlPort),
    PODO_REDIS_PORT: String(redisPort),
  })
  const project = `podo-${Bun.hash(folder).toString(36)}`
  const file = join(import.meta.dir, "compose.yaml")

  async function compose(...args: string[]) {
    const child = Bun.spawn(["docker", "compose", "-f", file, "-p", project, ...args], {
      env,
      stdio: ["ignore", "inherit", "inherit"],
      detached: true,
    })
    return (await child.exited) === 0
  }

  function programOf(name: string, service: string): Program {
    return {
      name,
      start: async () => {
        if (!(await compose("up", "-d", "--wait", service))) {
          throw new Problem(`${name} did not start: docker compose -p ${project} logs ${service}`)
        }
        // The engine restarts containers, not we: this only ends when we stop it.
        const { promise: ended, resolve } = Promise.withResolvers<number>()
        const remove = parent.throwAway ? ["down", "--volumes"] : ["stop", service]
        return {
          ended,
          stop: async () => {
            await compose(...remove)
            resolve(0)
          },
        }
      },
    }
  }

  return {
    mysql: {
      url: `mysql://podo:${password}@127.0.0.1:${mysqlPort}/podo`,
      program: programOf("MySQL", "mysql"),
    },
    redis: {
      url: `redis://:${password}@127.0.0.1:${redisPort}`,
      program: programOf("Redis", "redis"),
    },
  }
}
