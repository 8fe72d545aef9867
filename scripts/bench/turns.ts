import type { Bench } from "./bench.ts"
import { cpuUsedUs, machineUsedUs } from "./cpu.ts"
import { Problem } from "../run/problem.ts"
import type { Load, Report } from "./load.ts"
import { countToRelay } from "./sold.queries.ts"

export type ProcessName = keyof ReturnType<Bench["pids"]>
export type Cpu = Record<ProcessName, number>

/** One load, and what each process used for it, in microseconds of CPU. */
export type Turn = Report & { cpuUsedUs: Cpu; othersCores: number }

const LOOK_MS = 120
const QUIET_LOOKS = 2
/** Of one core, all of ours together. */
const QUIET_SHARE = 0.2
const QUIET_WITHIN_MS = 60_000

/** Runs a load and waits until what it has left to be done is done as well: that belongs to its cost. */
export async function runTurn(bench: Bench, load: Load): Promise<Turn> {
  const before = cpuOf(bench)
  const began = performance.now()
  const machine = machineUsedUs()
  const report = await bench.client.run(load)
  const tookUs = (performance.now() - began) * 1_000
  const [ours, all] = [sumOf(difference(cpuOf(bench), before)), machineUsedUs() - machine]
  await whenQuiet(bench)
  return {
    ...report,
    cpuUsedUs: difference(cpuOf(bench), before),
    othersCores: Math.max(0, all - ours) / tookUs,
  }
}

function cpuOf(bench: Bench): Cpu {
  const pids = bench.pids()
  const { api, worker, mysql, redis, client, ways } = pids
  return {
    api: cpuUsedUs(api),
    worker: cpuUsedUs(worker),
    mysql: cpuUsedUs(mysql),
    redis: cpuUsedUs(redis),
    client: cpuUsedUs(client),
    ways: cpuUsedUs(ways),
  }
}

const difference = (after: Cpu, before: Cpu): Cpu => ({
  api: after.api - before.api,
  worker: after.worker - before.worker,
  mysql: after.mysql - before.mysql,
  redis: after.redis - before.redis,
  client: after.client - before.client,
  ways: after.ways - before.ways,
})

const sumOf = (cpu: Cpu) => Object.values(cpu).reduce((sum, us) => sum + us, 0)

/** Until the worker has done what was left to it, and none of our processes has anything to do but to look around. */
export async function whenQuiet(bench: Bench) {
  const deadline = performance.now() + QUIET_WITHIN_MS
  while ((await countToRelay(bench.stores.db)) > 0) {
    if (performance.now() > deadline) throw new Problem("The worker does not get its work done.")
    await Bun.sleep(LOOK_MS)
  }
  for (let quiet = 0; quiet < QUIET_LOOKS && performance.now() < deadline;) {
    const [before, began] = [sumOf(cpuOf(bench)), performance.now()]
    await Bun.sleep(LOOK_MS)
    const used = (sumOf(cpuOf(bench)) - before) / ((performance.now() - began) * 1_000)
    quiet = used < QUIET_SHARE ? quiet + 1 : 0
  }
}
