import type { PerformanceId } from "@podo/contract/ids"
import type { Redis } from "@podo/redis/connect"

/** Of Redis' processor, whoever else is busy on the machine. */
export async function redisUsedUs(redis: Redis): Promise<number> {
  const cpu = await redis.info("cpu")
  const seconds = (which: string) => Number(new RegExp(`${which}:([\\d.]+)`).exec(cpu)?.[1] ?? 0)
  return (seconds("used_cpu_user") + seconds("used_cpu_sys")) * 1_000_000
}

export async function redisUsedBytes(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info("memory"))?.[1] ?? 0)
}

/** What scripts have cost so far: how many ran, for how long, and the commands that they gave. */
export async function scriptCosts(redis: Redis) {
  const stats = await redis.info("commandstats")
  const all = [...stats.matchAll(/cmdstat_([^:]+):calls=(\d+),usec=(\d+)/g)]
  const of = (name: string) => all.find(([, command]) => command === name)
  const outside = new Set(["evalsha", "info", "slowlog|get", "slowlog|reset", "config|set"])
  return {
    scripts: Number(of("evalsha")?.[2] ?? 0),
    us: Number(of("evalsha")?.[3] ?? 0),
    commands: all
      .filter(([, command = ""]) => !outside.has(command))
      .reduce((sum, [, , calls]) => sum + Number(calls), 0),
  }
}

const SLOW_LOG_MAX = 4_096

type LoggedCommand = [id: number, at: number, us: number, args: string[]]

/** The microseconds that scripts of this performance took while the work was done, whatever else Redis did. */
export async function costOfScripts(
  redis: Redis,
  performanceId: PerformanceId,
  work: () => Promise<unknown>,
): Promise<{ us: number; commands: number }> {
  await redis.config("SET", "slowlog-max-len", SLOW_LOG_MAX)
  await redis.config("SET", "slowlog-log-slower-than", 0)
  await redis.slowlog("RESET")
  const before = await scriptCosts(redis)
  await work()
  const after = await scriptCosts(redis)
  const logged = (await redis.slowlog("GET", SLOW_LOG_MAX)) as LoggedCommand[]
  await redis.config("SET", "slowlog-log-slower-than", -1)
  const its = logged.filter(
    ([, , , [command = "", ...args]]) =>
      /^eval/i.test(command) && args.some((arg) => arg.includes(performanceId)),
  )
  return {
    us: its.reduce((sum, [, , us]) => sum + us, 0),
    commands: after.commands - before.commands,
  }
}
