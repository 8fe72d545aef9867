import { availableParallelism, cpus, totalmem } from "node:os"
import { ROOT } from "../../run/env.ts"
import type { Bench } from "../bench.ts"

const GIB = 2 ** 30

/** Where and of what the figures are, as pairs of a word and what is said of it. */
export async function describeMachine(bench: Bench): Promise<[string, string][]> {
  const { version, flushes, doublewrite } = await bench.ways.tables.readFacts()
  const redis = await bench.stores.redis.info("server")
  const [, aof] = await bench.stores.redis.config("GET", "appendonly")
  return [
    [
      "machine",
      `${cpus()[0]?.model ?? "unknown"}, ${availableParallelism()} cores, ${Math.round(totalmem() / GIB)} GiB`,
    ],
    ["date", new Date().toISOString()],
    ["commit", commit()],
    ["Bun", Bun.version],
    ["MySQL", version],
    ["Redis", `${/redis_version:(\S+)/.exec(redis)?.[1]}, appendonly ${String(aof)}`],
    [
      "durability",
      `innodb_flush_log_at_trx_commit ${flushes}, doublewrite ${doublewrite}, a flush of this disk takes ${bench.flushMs.toFixed(2)} ms`,
    ],
  ]
}

function commit() {
  const git = (...args: string[]) =>
    Bun.spawnSync(["git", ...args], { cwd: ROOT })
      .stdout.toString()
      .trim()
  return `${git("rev-parse", "--short", "HEAD") || "unknown"}${git("status", "--porcelain") ? ", with changes" : ""}`
}
