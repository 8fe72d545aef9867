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

/**
 * The cost of scripts so far: how many ran, for how long, and the commands that they gave. By Redis' own count,
 * which it keeps in any case: logging each command, as its slow log can, would be part of what is measured.
 */
export async function scriptCosts(redis: Redis): Promise<ScriptCosts> {
  const stats = await redis.info("commandstats")
  const all = [...stats.matchAll(/cmdstat_([^:]+):calls=(\d+),usec=(\d+)/g)]
  const of = (name: string) => all.find(([, command]) => command === name)
  return {
    scripts: Number(of("evalsha")?.[2] ?? 0),
    us: Number(of("evalsha")?.[3] ?? 0),
    commands: all
      .filter(([, command = ""]) => command !== "evalsha" && command !== "info")
      .reduce((sum, [, , calls]) => sum + Number(calls), 0),
  }
}

type ScriptCosts = { scripts: number; us: number; commands: number }

/** The cost of the scripts of some work, while nobody else runs any. */
export async function costOfScripts(
  redis: Redis,
  work: () => Promise<unknown>,
): Promise<ScriptCosts> {
  const before = await scriptCosts(redis)
  await work()
  const after = await scriptCosts(redis)
  return {
    scripts: after.scripts - before.scripts,
    us: after.us - before.us,
    commands: after.commands - before.commands,
  }
}
