import type { Load, Report, Step } from "../load.ts"
import { type Go, paced } from "./pacing.ts"
import { openTally } from "./tally.ts"
import { visitOnce } from "./visit.ts"

// The load, in a process of its own whose CPU is told like the others': it does one thing after the other.

export type FromClient = { done: Report } | { wrong: string }

async function run({ port, steps, visits, pace, refusals = [], tells }: Load): Promise<Report> {
  const tally = openTally(steps.length)
  const expected = new Set(refusals)
  const kept = new Map(visits.map((visit) => [visit, null as Record<string, string> | null]))
  let wrong: Error | undefined
  const go: Go = async (connection, some, visit, dueMs) => {
    if (wrong) return ""
    try {
      const outcome = await visitOnce(connection, some, visit, expected)
      tally.count(outcome, performance.now() - dueMs, steps.indexOf(some[0] as Step))
      if (tells && outcome.code === undefined) kept.set(visit, outcome.knows)
      return outcome.told
    } catch (error) {
      wrong ??= error as Error
      return ""
    }
  }
  const cpu = process.cpuUsage()
  const began = performance.now()
  const reached = await paced(pace, { port, steps, visits, go, isOver: () => wrong !== undefined })
  if (wrong) throw wrong
  const seconds = (performance.now() - began) / 1_000
  const used = process.cpuUsage(cpu)
  return {
    ...tally.report(),
    seconds,
    reached,
    cpuUs: used.user + used.system,
    ...(tells && { kept: [...kept.values()] }),
  }
}

const tell = (message: FromClient) => process.send?.(message)

process.on("message", (load: Load) => {
  run(load).then(
    (done) => tell({ done }),
    (error: Error) => tell({ wrong: error.message }),
  )
})
